#!/bin/sh
# Has JUnit run the tests that Bazel's filter selects, and gives Bazel what it shows and keeps of them.
lib=target/dependency
case "$TESTBRIDGE_TEST_ONLY" in
  '') ;;
  *#*) set -- --include-methodname "$TESTBRIDGE_TEST_ONLY" ;;
  *) set -- --include-methodname "$TESTBRIDGE_TEST_ONLY(\\\$.*)?#.*" ;;
esac
java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -jar $lib/junit-platform-console-standalone.jar execute --disable-banner \
  --class-path "target/test-classes:$lib/seeded.jar:$lib/jspecify.jar" --scan-class-path target/test-classes "$@" \
  --fail-if-no-tests --config seed.report="$TEST_UNDECLARED_OUTPUTS_DIR/seeds.jsonl" --reports-dir "$TEST_TMPDIR"
status=$?
cp "$TEST_TMPDIR/TEST-junit-jupiter.xml" "$XML_OUTPUT_FILE"
exit $status
