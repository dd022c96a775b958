def draws = { String run ->
    new File(basedir, "target/$run").readLines().collectEntries { it.split('=', 2) as List }
}

def whole = draws('whole')
assert whole.keySet() == ['Faker', 'UniformRandomProvider', 'Instancio'] as Set
assert draws('again') == whole
assert draws('parallel') == whole
assert draws('newest').subMap(['Faker', 'UniformRandomProvider']) == whole.subMap(['Faker', 'UniformRandomProvider'])

def other = draws('other')
assert other.keySet() == whole.keySet()
assert other.every { library, drawn -> drawn != whole[library] }
