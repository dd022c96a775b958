def build = evaluate(new File(support, 'Build.groovy'))
def rules = new File('/usr/share/bazel/rules/java')
if (!rules.exists() || build.sh('command -v bazel').blank) {
    println 'Bazel is not tried: it takes the packages bazel-bootstrap and bazel-rules-java of Debian'
    return true
}

// In place of what Bazel takes from the network.
new File(basedir, '.bazelrc').text = [
        remote_coverage_tools: "$basedir/overrides/coverage", rules_cc: "$basedir/overrides/rules_cc", rules_java: rules
].collect { name, folder -> "build --override_repository=$name=$folder\n" }.join() + 'startup --max_idle_secs=30\n'
def logs = { runs -> (1..runs).collect { new File(basedir, "bazel-testlogs/tests/run_${it}_of_$runs") } }
def failed = { runs -> logs(runs).findIndexValues { new File(it, 'test.xml').text.contains('<failure') }*.plus(1) }

// Each run has its number for a run seed, and a repeated build the same.
def filter = '--test_filter=com.acme.CartTest.Discounts#isNeverThree'
build.sh("bazel test //:tests $filter --runs_per_test=12 --jobs=2")
assert logs(12)*.name == (1..12).collect { "run_${it}_of_12" }
logs(12).eachWithIndex { run, at ->
    assert new File(run, 'test.log').text.contains("Seeded: run seed ${at + 1} (TEST_RANDOM_SEED of Bazel);"
            + " replay with --test_env=JUNIT_SEED=${at + 1}")
}
def first = failed(12)
assert first.size() in 1..11
build.sh("bazel test //:tests $filter --runs_per_test=12 --jobs=2 --nocache_test_results")
assert failed(12) == first

// The XML that Bazel shows has the note, whose line brings the failure back.
def xml = new File(logs(12)[first[0] - 1 as int], 'test.xml').text
assert xml.contains("Suppressed: Seed: com.acme.CartTest\$Discounts.isNeverThree(Random) ran with seed ${first[0]}\n")
def replay = (xml =~ /replay {2}(.*)/)[0][1]
assert replay == "bazel test //:tests --test_filter=com.acme.CartTest.Discounts#isNeverThree" +
        " --test_env=JUNIT_SEED=${first[0]} --nocache_test_results"
def again = build.sh("$replay --test_output=errors")
assert again.contains("ran with seed ${first[0]}\n")
assert again.contains('[         1 tests failed          ]')
assert build.sh(replay.replace("SEED=${first[0]}", "SEED=${((1..12) - first)[0]}")).contains('1 test passes')

// The commands of the guide, with this workspace's names and fewer runs. The reports of 50 runs are one answer.
def guide = new File(support, '../../docs/ci.md').text
def (exploring, replaying) = (guide =~ /(?s)```sh\n(bazel .*?)```/).collect {
    it[1].replace('//cart:tests', '//:tests').replace('/cart/tests/', '/tests/').replace('RUNS=200', 'RUNS=20')
            .replace('-jar seeded.jar', '-jar target/dependency/seeded.jar').trim()
}
def merged = build.sh("$exploring; echo exit \$?")
assert merged =~ /Seeded: com.acme.CartTest.Discounts.isNeverThree\(Random\): 1,000 runs, 2\d\d failed: 2\d\.\d % of the seeds/
assert merged.contains('Seeded: com.acme.CartTest.total(Random): 1,000 runs, none failed: fewer than 0.299 % of all seeds')
assert merged.contains('exit 1')
assert new File(basedir, 'seeds.html').text.contains('CartTest')
assert build.sh("$replaying --test_output=all").contains('[         1 tests successful      ]')
build.sh('bazel shutdown')
// What a shell prints would be the script's answer.
true
