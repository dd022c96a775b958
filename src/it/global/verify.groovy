def draws = { String run ->
    new File(basedir, "target/$run").readLines().collectEntries { it.split('=', 2) as List }
}

def first = draws('first')
assert first.size() == 9
assert draws('second') == first
assert draws('other-order') == first
assert draws('first-of-all') == first

def alone = draws('alone')
assert alone.keySet() == ['fakes', 'mocks'] as Set
assert alone == first.subMap(alone.keySet())

def other = draws('other')
assert other.every { name, drawn -> drawn != first[name] }

assert ['jacoco', 'other-order', 'first-of-all'].every { new File(basedir, "target/${it}.exec").length() > 0 }

// What libraries draw is heard, and is the same in each run and in a second JVM.
assert new File(basedir, 'target/checked').readLines().size() == 3 * 9
assert draws('checked') == first
