def build = evaluate(new File(support, 'Build.groovy'))

assert build.console.contains('Seeded: no test ran, because Seeded needs JUnit Jupiter 5.12 or newer, and 5.11.4 is on the class path')
