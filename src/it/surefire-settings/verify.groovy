def build = evaluate(new File(support, 'Build.groovy'))

def (forks, retries, trimmed) = build.console.split(/(?m)^.*BUILD FAILURE/)
assert build.announcements(forks).size() == 2 : 'each JVM says its seed once'
assert build.notes(retries)*.failure.size() == 3
assert build.notes(retries)*.failure.toUnique().size() == 1 : 'a retry keeps its seed'
build.replays(['drawsZero'], output: forks + retries)

assert build.notes(trimmed).empty : 'Surefire trims the note, which leaves the block at the end'
def failure = trimmed.find(/expected: <0> but was: <-?\d+>/)
assert build.sh(trimmed.find(/(?<=replay  ).*/)).contains(failure)
