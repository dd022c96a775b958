def build = evaluate(new File(support, 'Build.groovy'))

assert build.announcements(build.console).size() == 1
assert build.console =~ /Seeded: run seed \d+ \(fresh\); replay with -Dseed=\d+/
