/* What the build of a consumer printed, and what its user does with it. */

/** A seed note, and the failure that carries it. */
class Note {
    String title
    String failure
    String replay
    String pin

    String getMethod() {
        (title =~ /\.([^.(]+)\([^(]*$/)[0][1]
    }

    List<String> getTitleAndFailure() {
        [title, failure]
    }
}

/** Everything that the first build printed. */
String getConsole() {
    new File(basedir, 'build.log').text
}

List<String> announcements(String output) {
    output.readLines().findAll { it.contains('Seeded: run seed ') }
}

List<Note> notes(String output) {
    // Surefire prints the block at the end whenever it comes, in the midst of stack traces too.
    def lines = output.replaceAll(/.*Seeded: [\d,]+ seeded tests? failed:\n( {2}.*\n)*/, '').readLines()
    lines.findIndexValues { it.contains('Suppressed: Seed: ') }.collect { at ->
        int first = at as int
        def below = lines.drop(first + 1).takeWhile { it =~ /^\s+(draws|replay|pin|first) / }*.trim()
        new Note(
                title: (lines[first] =~ /Suppressed: Seed: (.*) ran with seed /)[0][1],
                failure: lines.take(first).reverse().find { !(it =~ /^\s+(at|\.\.\.) /) }.trim() - ~/^=> /,
                replay: below.find { it.startsWith('replay') }?.minus(~/^replay\s+/),
                pin: below.find { it.startsWith('pin') }?.minus(~/^pin\s+/))
    }
}

/** Runs a command in a directory of the consumer as its user's shell would; returns what it printed. */
String sh(String command, String from = '.') {
    def shell = new ProcessBuilder('sh', '-c', command).directory(new File(basedir, from)).redirectErrorStream(true)
    def tools = [System.getProperty('maven.home'), System.getProperty('java.home')].collect { "$it/bin" }
    shell.environment().keySet().removeAll { it.startsWith('MAVEN_') || it.startsWith('JUNIT_') }
    shell.environment() << [
            JAVA_HOME: System.getProperty('java.home'),
            PATH: [*tools, System.getenv('PATH')].join(':'),
            // What earlier builds took from elsewhere is good enough for this one.
            MAVEN_OPTS: "$mavenOpts -Dmaven.repo.local=$localRepositoryPath -Dmaven.legacyLocalRepo=true".toString()]
    def process = shell.start()
    process.outputStream.close()
    def output = process.inputStream.text.replaceAll(/\u001b\[[\d;]*m/, '')
    process.waitFor()
    new File(basedir, 'after.log') << "$from \$ $command\n$output"
    output
}

/**
 * Asserts that these methods failed with a note, and that the very lines of their notes bring the failures back: the one
 * that replays when it is pasted into a shell, and the one that pins when it is pasted into the source.
 *
 * @param options output: what was printed, if it was not the first build; from: the directory where the command was
 *     typed; compile: compiles the tests, where the command that replays does not
 */
void replays(Map<String, String> options = [:], List<String> methods) {
    def failed = notes(options.output ?: console)
    assert failed*.method as Set == methods as Set
    failed.groupBy { it.replay }.each { replay, replayed ->
        assertFailAgain(replayed, sh(replay, options.from ?: '.'))
        replayed.findAll { it.pin != null }.groupBy { it.pin }.each { pin, pinned ->
            whilePinned(pinned.first()) {
                options.compile?.with { sh(it) }
                assertFailAgain(pinned, sh(unseeded(replay), options.from ?: '.'))
            }
        }
    }
}

private void assertFailAgain(List<Note> failed, String output) {
    def again = notes(output)
    assert again*.method as Set == failed*.method as Set
    assert again*.titleAndFailure.containsAll(failed*.titleAndFailure)
}

private String unseeded(String command) {
    command.replaceAll(/ (-D|--config )seed=\S+/, '')
}

/** Pastes the line that pins a test above it, for as long as the action takes. */
private void whilePinned(Note note, Closure action) {
    def method = ~/(?m)^( *)(?=[^\n=]*[ `]\Q$note.method\E`?\()/
    def source = sources().find { it.text =~ method }
    def text = source.text
    source.text = text.replaceFirst(method, "\$1$note.pin\n\$1")
    try {
        action()
    } finally {
        source.text = text
    }
}

private List<File> sources() {
    def found = []
    basedir.eachFileRecurse { if (it.name ==~ /.*(Test|IT)\.(java|kt)/) found << it }
    found
}

this
