package io.evaldata.datasets.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.evaldata.datasets.io.Folders;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A headless Chromium with one page, driven over its DevTools protocol. */
final class Chromium implements AutoCloseable {
    /** Where Debian has it. */
    static final Path BINARY = Path.of("/usr/bin/chromium");

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final Path profile;
    private final WebSocket page;
    private final AtomicInteger number = new AtomicInteger();
    private final Map<Integer, JsonNode> answers = new ConcurrentHashMap<>();
    private final List<JsonNode> events = new CopyOnWriteArrayList<>();

    private Chromium(Process process, Path profile) throws IOException, InterruptedException {
        this.process = process;
        this.profile = profile;
        HttpClient client = HttpClient.newHttpClient();
        Path port = profile.resolve("DevToolsActivePort");
        await(() -> Files.exists(port) && Files.readAllLines(port).size() > 1);
        URI list = URI.create("http://127.0.0.1:" + Files.readAllLines(port).get(0) + "/json/list");
        String pages = client.send(HttpRequest.newBuilder(list).build(), BodyHandlers.ofString())
                .body();
        String address = "";
        for (JsonNode target : JSON.readTree(pages)) {
            address = target.get("type").asText().equals("page")
                    ? target.get("webSocketDebuggerUrl").asText()
                    : address;
        }
        this.page = client.newWebSocketBuilder()
                .buildAsync(URI.create(address), new Incoming())
                .join();
    }

    /** Starts it with an empty page of that size. */
    static Chromium open(Path folder, int width, int height) throws IOException, InterruptedException {
        Path profile = Files.createTempDirectory(folder, "profile");
        Process process = new ProcessBuilder(
                        BINARY.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "--window-size=" + width + "," + height,
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("chromium.log").toFile())
                .start();
        Chromium chromium = new Chromium(process, profile);
        for (String domain : new String[] {"Runtime", "Log", "Network", "Page"}) {
            chromium.call(domain + ".enable", Map.of());
        }
        return chromium;
    }

    /** Opens a file and waits until it is loaded. */
    void show(Path file) throws IOException, InterruptedException {
        call("Page.navigate", Map.of("url", file.toUri().toString()));
        await(() ->
                events.stream().anyMatch(event -> event.get("method").asText().equals("Page.loadEventFired")));
    }

    /** The value of an expression of JavaScript in the page. */
    JsonNode run(String expression) throws IOException, InterruptedException {
        JsonNode result = call(
                "Runtime.evaluate",
                Map.of("expression", expression, "returnByValue", true, "awaitPromise", true, "userGesture", true));
        if (result.has("exceptionDetails")) {
            throw new IOException(expression + ": " + result.get("exceptionDetails"));
        }
        return result.get("result").path("value");
    }

    /** A method of the DevTools protocol. */
    JsonNode call(String method, Map<String, ?> parameters) throws IOException, InterruptedException {
        int id = number.incrementAndGet();
        ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
        message.set("params", JSON.valueToTree(parameters));
        page.sendText(message.toString(), true).join();
        await(() -> answers.containsKey(id));
        JsonNode answer = answers.get(id);
        if (answer.has("error")) {
            throw new IOException(method + ": " + answer.get("error"));
        }
        return answer.get("result");
    }

    /** What was thrown, refused or complained about in the page. */
    List<String> complaints() {
        return events.stream()
                .filter(event -> switch (event.get("method").asText()) {
                    case "Runtime.exceptionThrown" -> true;
                    case "Runtime.consoleAPICalled" ->
                        !event.at("/params/type").asText().equals("log");
                    case "Log.entryAdded" ->
                        !event.at("/params/entry/level").asText().equals("verbose");
                    default -> false;
                })
                .map(JsonNode::toString)
                .toList();
    }

    /** What the page asked for. */
    List<String> requests() {
        return events.stream()
                .filter(event -> event.get("method").asText().equals("Network.requestWillBeSent"))
                .map(event -> event.at("/params/request/url").asText())
                .toList();
    }

    /** Something to wait for. */
    @FunctionalInterface
    private interface Condition {
        boolean holds() throws IOException;
    }

    private void await(Condition condition) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.holds()) {
            if (Instant.now().isAfter(end) || !process.isAlive()) {
                throw new IOException("Chromium " + (process.isAlive() ? "does not answer" : "ended"));
            }
            Thread.sleep(10);
        }
    }

    private final class Incoming implements WebSocket.Listener {
        private final StringBuilder message = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            message.append(data);
            if (last) {
                try {
                    JsonNode json = JSON.readTree(message.toString());
                    if (json.has("id")) {
                        answers.put(json.get("id").asInt(), json);
                    } else {
                        events.add(json);
                    }
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
                message.setLength(0);
            }
            socket.request(1);
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        page.abort();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IOException("Chromium does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Folders.delete(profile);
    }
}
