/**
 * The inside of Seeded. Nothing in here is for users.
 *
 * <h2>The way of the data</h2>
 *
 * <p>JUnit calls {@code jupiter}. That asks {@code config} for the settings of the run and {@code declared} for what the
 * annotations say; both together give the seed of a context, derived in {@code seed}. {@code surroundings} chooses the
 * locale and time zone of a run. {@code generator} knows how to make what is injected, {@code libraries} adds the types of
 * libraries, and {@code draws} makes it, recorded if anybody wants that, or played others: {@code edges} plays edge cases. When a test fails, {@code note}
 * decides what brings the failure back and reports it, with a command that {@code replay} writes for the tool that runs the
 * tests. At the end {@code launcher} lists the reports, {@code memory} keeps the seeds in a file, and {@code export} writes
 * what other systems read; {@code console} is where all of them print. {@code report} adds up what many JVMs have exported.
 *
 * <p>{@code explore} is a test engine that has {@code execution} run seeded tests again and again, and {@code secondjvm} do
 * so in another JVM; {@code shrink} finds simpler draws with which a test fails, {@code bisect} the tests that a failed one
 * needs before it. {@code jupiter} has {@code process} seed process-wide generators of libraries, and {@code jvm} the JVM's
 * own random numbers: {@code jvm.agent} changes classes of the JDK so that they ask {@code jvm.hooks} first.
 *
 * <p>{@code code} reads class files of the user's project: for what a test may depend on besides its seed, and for the
 * constants that edge cases are.
 *
 * <p>Packages depend on each other in one direction only, but for the public annotations and orders, which name what reads
 * them.
 *
 * <p>State lies in the store of the context, test or session that it belongs to. What must outlive those has a slot in
 * {@code JvmState}, which says who writes and who reads it; no other static field changes. Mistakes of users are {@code
 * UserError}s, caught where they are shown; any other exception is a defect.
 *
 * <h2>Where to change what</h2>
 *
 * <ul>
 *   <li>a setting: its name, values, default, sentence, and what it cannot be given with: {@code config.Setting}, where
 *       the table of the guide and the file for IDEs come from; its reading: {@code Run} (JVM-wide: with {@code
 *       JvmPolicy}) or {@code Exploration}; if it decides over a failure, also {@code note.SeedReport}, which writes it into
 *       the replay line; nothing else of {@code config} is loaded before a setting is given, or a test asks
 *   <li>which locales and time zones a run seed chooses: {@code surroundings}; when the JVM is given them: {@code
 *       launcher.SessionSurroundings}, and for a run of exploring {@code execution.Jupiter}
 *   <li>the replay line of another tool: a {@code Replay} in {@code replay}, chosen in {@code Host}
 *   <li>what a failure needs to come back, and so whether the test, its class or the run is selected: {@code
 *       note.Reproduction}; for explored tests also {@code explore.TestExploration}; which fields may keep what a test left:
 *       {@code declared.KeptState}, by what {@code code.Immutables} leaves, those of other classes and system properties {@code note.Leftovers}, with what {@code
 *       code.TestCode} reads in class files and {@code note.EarlierTests} knows; whether a fresh JVM confirms the line: {@code explore.ConfirmedRuns}, {@code Judgement} and
 *       {@code Replaying}
 *   <li>what the build or a suite gives JUnit, so that a command does not count: {@code config.PlanParameters}
 *   <li>which seed a context has: {@code declared.ContextSeed}, from what {@code declared.Annotations} reads; that of fields
 *       and parameters with a pin or stream of their own: {@code declared.Request} and {@code jupiter.Injector}; a {@code
 *       Pin} is only what fixes the seed whatever the run seed is
 *   <li>what a note says: {@code note.SeedReport}; the list at the end: {@code note.FailureBlock}; the line at the start:
 *       {@code note.Announcement}; a report is made by {@code jupiter.FailureNotes}, {@code explore.TestExploration} and {@code
 *       launcher.OrderedFailures}, and crosses JUnit with its failure, as a {@code
 *       note.SeedNote}, or in {@code note.UnattachedReports}; reports arrive as they remain, once for each failed test, in
 *       {@code launcher.SeededSession}
 *   <li>an injected type of the JDK: {@code generator.Recipe}, and {@code draws.DrawSession.make}, which says how its draws are
 *       recorded or that it keeps its seed; of a library: a factory, chosen in {@code
 *       libraries.Libraries}, which is a {@code draws.RecordableFactory} so that {@code seed.check} and shrinking know its
 *       draws, and the library's package in {@code draws.UserCode}; of {@code parity}: there as well; a type without state
 *       also in {@code declared.Request} and {@code declared.TestDeclarations}, where it is asked what a test may keep
 *   <li>a field of {@code seed.report}, or of the file of failed seeds: {@code export.ReportLine}, and the table in {@code src/docs/ci.md}; the summary of a
 *       step on GitHub: {@code export.StepSummary}; how the lines of many JVMs become one answer: {@code
 *       report.MergedReport}, with the sums of {@code explore.Tally} and the sentences of {@code explore.Summary}; the page: {@code report.Page}, and beside it, in the
 *       resources, its style and script
 *   <li>where annotations are found and what they may say: {@code declared}
 *   <li>another method of an API that is seeded already: an edit in its {@code jvm.agent.Hook}, and what it asks in {@code
 *       jvm.hooks.DrawHooks}; a new way to change a method: {@code jvm.agent.Edit}; another API of the JVM that is seeded: a {@code Hook} and its {@code Proof} in {@code jvm.agent}, what it asks in
 *       {@code jvm.hooks.DrawHooks}, what it draws in {@code jvm.hooks.TaskStreams}; how its draws are recorded and replaced:
 *       {@code draws.DrawSession}; that those of infrastructure are set aside: {@code jvm.agent.InfrastructureDraws} and
 *       {@code UserClass}; a new class of {@code jvm.hooks}: {@code jvm.agent.HookClasses}; what the library asks of them: {@code
 *       jvm.Hooks} and {@code HookCalls}
 *   <li>what else comes in an order from the seed: {@code jvm.Unordered}, a {@code Hook} with its {@code Proof}, and
 *       {@code jvm.hooks.OrderHooks}; what is said of a test that assumes one: {@code explore.AssumedOrders}; the time
 *       that a test is told: {@code config.WantedClock} and {@code jvm.hooks.ClockHooks}
 *   <li>how Jupiter is had to run tests again: {@code execution.Template}, which knows when copies of what was discovered
 *       do; what differs between versions of JUnit: {@code execution.EngineRequests} and {@code Copier}
 *   <li>what costs at the start and for each test: what {@code CostTests} counts; the seed of a plain test comes from {@code
 *       seed.Identity.ofTest}, of all others from the text of the unique id
 *   <li>a verdict on failures under {@code seed.check}: {@code explore.Verdict}, decided in its {@code Evidence}, confirmed
 *       in {@code explore.Judgement}; a summary of many runs: {@code explore.Summary}
 *   <li>what {@code Labels} count: {@code labels.CountedLabels} in one context, which crosses JUnit as a report entry; {@code
 *       execution.RunResults} for one run, {@code explore.Tally} for all, where {@code explore.Summary} says if that is wrong
 *   <li>how many seeds are kept of a test: {@code memory.FailedSeeds}, and how many failures of an explored test are handed to
 *       it: {@code explore.ClassExploration}; the name, place and lock of their file: {@code
 *       memory.Memory}; what a killed JVM leaves: {@code memory.RunningSeed};
 *       to which folder relative names are relative: {@code config.StartFolder}; what {@code seed=last} runs besides: {@code
 *       explore.Companions}
 *   <li>which edge cases there are, and how often: the table {@code edges.EdgeValue}; which of them a run has: {@code
 *       edges.EdgeMix}; what of a range is one of its values: {@code edges.Range}; how they are played: {@code
 *       edges.EdgeCases}, which {@code jupiter.Scope} gives to a test's generators
 *   <li>which draws are simpler: {@code draws.Domain}; how simpler ones are looked for: a pass in the table of {@code
 *       shrink.Shrinker}; what a search remembers, and its limits: {@code shrink.Trials} and {@code shrink.KnownRuns}; which failures are shrunk, and what holds for
 *       all of them together: {@code explore.FailureShrinking}; how long a run of a search may take: {@code explore.SimplestRun}; how draws are listed:
 *       {@code shrink.SimplestDraws}, those of {@code parity} {@code shrink.ParityCall}; what is played: {@code
 *       shrink.WishedDraws}; the text of draws: {@code shrink.DrawsText}
 *   <li>what is tried to find the tests that must run before another: {@code bisect.Bisection}; what is said of it: {@code
 *       bisect.Conclusion}; how {@code seed.after} names tests: {@code bisect.TestList}; how it runs them: {@code
 *       explore.AfterOthers}
 *   <li>which JVM explores which run seeds, and the order in which their runs are counted: {@code explore.DealtRuns}; the JVMs
 *       that explore side by side: {@code explore.Jobs}, and what each does: {@code secondjvm.SideBySide}; how their failures
 *       are confirmed: {@code explore.ConfirmedRuns}
 *   <li>when and how progress is shown: {@code console.ProgressLine} and {@code Terminal}
 *   <li>what is different in a second JVM: its options in {@code secondjvm.JvmOptions}, its start in {@code
 *       SecondJvmMain}, its order of {@code Set.of} in {@code MapOrder}, which hold in the JVMs that confirm verdicts as well; in the one that compares, also its hash codes,
 *       in {@code SecondJvm}, and its locale and zone, in {@code explore.Elsewhere}; what the user reads of it: {@code
 *       explore.Rerun} and {@code Cause}
 * </ul>
 *
 * <h2>Words</h2>
 *
 * <dl>
 *   <dt>run seed, test seed, pin, stream, replay
 *   <dd>What users know: the seed of a run, the one derived from it for a test, one fixed by an annotation, an independent
 *       sequence with a name, and running again with the same seed.
 *   <dt>context
 *   <dd>JUnit's extension context: one invocation of a test, or one class.
 *   <dt>scope
 *   <dd>What one context was given, in the store of that context.
 *   <dt>declared
 *   <dd>Said by annotations.
 *   <dt>surroundings
 *   <dd>The default locale and the default time zone, which the machine gives to a test; neither orders nor the clock.
 *   <dt>draw
 *   <dd>One value that a generator gives. Draws are <em>recorded</em>: a listener is called with each.
 *   <dt>detected draw
 *   <dd>A draw from the JVM that is reported because nothing seeds it.
 *   <dt>JVM-wide
 *   <dd>Of the random numbers that the JVM gives, which the agent seeds or detects.
 *   <dt>process-wide
 *   <dd>Of a library's generator that all of the JVM shares, which a {@code LibrarySeeder} seeds.
 *   <dt>claim
 *   <dd>The tests that the exploring engine takes from Jupiter's.
 *   <dt>identity
 *   <dd>The unique id of a test or class below Jupiter's engine, from which its seed is derived.
 *   <dt>site, place
 *   <dd>A line of the user's code that draws, iterates or fails, and the text that prints it: {@code CacheTest.java:17}.
 *   <dt>source
 *   <dd>Where a setting or another text was written: a system property, an environment variable, an annotation.
 *   <dt>origin
 *   <dd>The code that started a thread or submitted a task, by which the streams of tasks are numbered.
 *   <dt>report, note, block, announcement
 *   <dd>What a failure says of its seed; the suppressed throwable that carries it; the list at the end of a session; the
 *       line before the first seeded test.
 *   <dt>outcome, verdict
 *   <dd>What became of a test in one run; whether its failure is a matter of seeds.
 * </dl>
 */
@NullMarked
package dev.seeded.internal;

import org.jspecify.annotations.NullMarked;
