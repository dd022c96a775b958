def build = evaluate(new File(support, 'Build.groovy'))

// Old and new run side by side, and all find that seven guests lose cents.
['BillQuickcheckTest', 'BillQuickTheoriesTest', 'BillTest'].each { test ->
    assert build.console =~ /Tests run: \d+, Failures: [1-9]\d*, .*com\.acme\.$test/
}

// The command of the guide ends where junit-quickcheck does: one cent among seven guests.
def shrunk = build.sh('mvn test -Dtest=BillTest -Dseed.shrink=true')
assert shrunk =~ /draws   nextInt\(10001\) = 1 at .*, nextInt\(1, 10\) = 7 at /
assert build.console.contains('With arguments: [1, 7]')
def note = build.notes(shrunk).first()
assert build.notes(build.sh(note.replay)).first().failure == note.failure
