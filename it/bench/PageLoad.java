import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a page takes in Debian's Chromium from the start of navigation to the end of its load event, in a new profile.
 *
 * <p>usage: java PageLoad.java PAGE
 */
final class PageLoad {
    private static final Pattern SOCKET = Pattern.compile("\"webSocketDebuggerUrl\": \"([^\"]*/devtools/page/[^\"]*)\"");
    private static final Pattern VALUE = Pattern.compile("\"value\":([\\d.]+)");

    /** Answered once the page, and not the empty one before it, is loaded. */
    private static final String QUESTION = "{\"id\":1,\"method\":\"Runtime.evaluate\",\"params\":{\"expression\":"
            + "\"performance.getEntriesByType('navigation')[0].loadEventEnd * (location.protocol === 'file:')\"}}";

    private PageLoad() {}

    public static void main(String[] args) throws Exception {
        Path profile = Files.createTempDirectory("page-load");
        Process chromium = new ProcessBuilder(
                        "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
                        "--disable-background-networking", "--remote-debugging-port=0", "--user-data-dir=" + profile,
                        "--window-size=1280,900", Path.of(args[0]).toUri().toString())
                .redirectErrorStream(true)
                .redirectOutput(profile.resolve("chromium.log").toFile())
                .start();
        try {
            System.out.printf("load event after %.2f s%n", loaded(profile) / 1000);
        } finally {
            chromium.destroy();
            chromium.waitFor();
            new ProcessBuilder("rm", "-rf", profile.toString()).start().waitFor();
        }
    }

    private static double loaded(Path profile) throws Exception {
        Path port = profile.resolve("DevToolsActivePort");
        for (int i = 0; i < 600; i++) {
            Thread.sleep(100);
            if (Files.exists(port) && Files.readAllLines(port).size() > 1) {
                double milliseconds = ask(Files.readAllLines(port).get(0));
                if (milliseconds > 0) {
                    return milliseconds;
                }
            }
        }
        throw new IOException("the page was not loaded within a minute");
    }

    private static double ask(String port) throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        URI list = URI.create("http://127.0.0.1:" + port + "/json/list");
        Matcher socket = SOCKET.matcher(
                client.send(HttpRequest.newBuilder(list).build(), BodyHandlers.ofString()).body());
        if (!socket.find()) {
            return 0;
        }
        CompletableFuture<String> answer = new CompletableFuture<>();
        WebSocket page = client.newWebSocketBuilder()
                .buildAsync(URI.create(socket.group(1)), new WebSocket.Listener() {
                    @Override
                    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
                        answer.complete(text.toString());
                        return null;
                    }
                })
                .join();
        page.sendText(QUESTION, true).join();
        Matcher value = VALUE.matcher(answer.get());
        page.abort();
        return value.find() ? Double.parseDouble(value.group(1)) : 0;
    }
}
