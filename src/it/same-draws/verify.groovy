def draws = { String run ->
    new File(basedir, "target/$run").readLines().collectEntries { it.split('=') as List }
}
def values = { it.values()*.findAll(/-?\d+/).flatten() }

def whole = draws('whole')
assert whole.size() == 10
assert values(whole).toUnique() == values(whole) : 'no two tests share a value'

assert draws('suite') == whole
assert draws('parallel') == whole
assert draws('oldest') == whole
assert draws('newest') == whole

def alone = draws('alone')
assert alone.keySet() == ['beforeAll', 'test test(Random)'] as Set
assert alone == whole.subMap(alone.keySet())

def fresh = values(draws('fresh'))
assert fresh.disjoint(values(whole))
assert fresh.disjoint(values(draws('fresher')))
