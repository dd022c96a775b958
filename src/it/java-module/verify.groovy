def build = evaluate(new File(support, 'Build.groovy'))

build.replays(['patchesTheModule', 'isAModuleOfItsOwn'])

// The second JVM has the same modules. A verdict on the tests that fail would take two minutes.
def checked = build.sh("mvn test -Dtest='*Test#drawsForEachWord' -Dseed.check=true -Dmaven.test.failure.ignore=true")
for (type in ['InsideTest', 'OutsideTest']) {
    assert checked.contains("${type}.drawsForEachWord(Random) passed in two JVMs with the same run seed")
}
