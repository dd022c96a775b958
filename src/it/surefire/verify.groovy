def build = evaluate(new File(support, 'Build.groovy'))

def note = build.notes(build.console).first()
assert note.failure =~ /\d+ cents among \d+ ==> expected: <\d+> but was: <\d+>/
assert build.console.count('replay  ' + note.replay) == 2 : 'in the note and in the block at the end'
build.replays(['keepsEveryCent'])
