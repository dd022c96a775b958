package dev.seeded.testing;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A headless browser with one page, which is asked over its debugging protocol. */
public final class Chromium implements AutoCloseable {

    private static final long PATIENCE_IN_SECONDS = 60;

    private final Process process;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private final WebSocket socket;
    private final Path profile;
    private int calls;

    /** Returns the browser of this machine. */
    public static Optional<String> find() {
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    /**
     * Opens a page.
     *
     * @param profile an empty folder
     */
    public Chromium(String browser, Path profile, Path page) throws IOException, InterruptedException {
        this.profile = profile;
        process = new ProcessBuilder(
                        browser,
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-background-networking",
                        "--no-first-run",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        page.toUri().toString())
                .redirectErrorStream(true)
                .redirectOutput(profile.resolve("log").toFile())
                .start();
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(pageOf(port(profile.resolve("DevToolsActivePort")))), new Listener())
                .join();
    }

    private static String port(Path file) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_IN_SECONDS);
        while (!Files.exists(file) || Files.readAllLines(file).isEmpty()) {
            if (System.nanoTime() > end) {
                throw new IOException("no port of the browser after " + PATIENCE_IN_SECONDS + " s");
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return Files.readAllLines(file).get(0);
    }

    private static String pageOf(String port) throws IOException, InterruptedException {
        String targets = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/list"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        return JsonParser.parseString(targets).getAsJsonArray().asList().stream()
                .map(target -> target.getAsJsonObject())
                .filter(target -> target.get("type").getAsString().equals("page"))
                .map(target -> target.get("webSocketDebuggerUrl").getAsString())
                .findFirst()
                .orElseThrow();
    }

    /** Calls a method of the debugging protocol, and returns its result. */
    public JsonObject call(String method, Map<String, ?> parameters) throws InterruptedException {
        int id = ++calls;
        socket.sendText(new Gson().toJson(Map.of("id", id, "method", method, "params", parameters)), true)
                .join();
        while (true) {
            String answer = answers.poll(PATIENCE_IN_SECONDS, TimeUnit.SECONDS);
            if (answer == null) {
                throw new AssertionError("no answer to " + method);
            }
            JsonObject message = JsonParser.parseString(answer).getAsJsonObject();
            if (message.has("id") && message.get("id").getAsInt() == id) {
                if (message.has("error")) {
                    throw new AssertionError(answer);
                }
                return message.getAsJsonObject("result");
            }
        }
    }

    /** Returns the text that an expression of JavaScript gives, or a promise of one; as if a person had acted. */
    public String evaluate(String expression) throws InterruptedException {
        JsonObject result = call(
                "Runtime.evaluate",
                Map.of("expression", expression, "awaitPromise", true, "returnByValue", true, "userGesture", true));
        if (result.has("exceptionDetails")) {
            throw new AssertionError(result.toString());
        }
        JsonObject value = result.getAsJsonObject("result");
        return value.has("value") ? value.get("value").getAsString() : "";
    }

    @Override
    public void close() throws IOException {
        socket.abort();
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        process.onExit().join();
        children.forEach(child -> child.onExit().join());
        // Links that lead out of the folder.
        for (String link : List.of("SingletonLock", "SingletonCookie", "SingletonSocket")) {
            Files.deleteIfExists(profile.resolve(link));
        }
    }

    private final class Listener implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                answers.add(text.toString());
                text.setLength(0);
            }
            from.request(1);
            return null;
        }
    }
}
