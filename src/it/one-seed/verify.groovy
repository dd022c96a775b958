def build = evaluate(new File(support, 'Build.groovy'))

List<String> seeds(String output) {
    (output =~ /Seeded: run seed (\d+)/).collect { it[1] }
}

// All JVMs of one build draw the same run seed, those of the next another.
def first = seeds(build.console)
assert first.size() == 4
assert (first as Set).size() == 1
assert build.console.contains(' (fresh); replay with -Dseed=' + first[0])

def second = seeds(build.sh('mvn test'))
assert second.size() == 4
assert (second as Set).size() == 1
assert second[0] != first[0]

// A commit stands for one run seed, on whichever machine.
def commit = '0a1b2c3d4e5f60718293a4b5c6d7e8f901234567'
def output = build.sh("GITHUB_SHA=$commit mvn test -Dseed=commit")
assert seeds(output) == ['355578323520492'] * 4
assert output.contains('(commit 0a1b2c3d4e5f of GITHUB_SHA, as system property seed says); replay with -Dseed=355578323520492')
