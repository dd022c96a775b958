module com.acme.bill {
    exports com.acme.bill;
}
