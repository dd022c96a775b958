open module com.acme.bill.tests {
    requires com.acme.bill;
    requires dev.seeded;
    requires org.junit.jupiter.api;
}
