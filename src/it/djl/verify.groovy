def draws = { String run ->
    new File(basedir, "target/$run").readLines().collectEntries { it.split('=', 2) as List }
}

def whole = draws('whole')
assert whole.size() == 9
assert (whole.values() as Set).size() == 9 : 'no two tests draw the same'
assert draws('parallel') == whole

def other = draws('other')
assert other.keySet() == whole.keySet()
assert other.values().disjoint(whole.values())

// Half a gigabyte.
assert new File(basedir, 'target/djl').deleteDir()
