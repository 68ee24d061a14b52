package io.evaldata.datasets.download;

import static io.evaldata.datasets.download.FetchTesting.PAGE;
import static io.evaldata.datasets.download.FetchTesting.content;
import static io.evaldata.datasets.download.FetchTesting.fetch;
import static io.evaldata.datasets.download.FetchTesting.fetcher;
import static io.evaldata.datasets.download.FetchTesting.only;
import static io.evaldata.datasets.download.FetchTesting.proven;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.evaldata.datasets.DatasetsException;
import io.evaldata.datasets.catalog.Access;
import io.evaldata.datasets.download.FaultyServer.Behaviour;
import io.evaldata.datasets.download.FaultyServer.Request;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Logins that end or do not suffice while a large file is fetched over many connections. */
@Timeout(60)
class GatesTest {
    private static final byte[] FILE = content(14_000_000);
    private static final String TOKEN = "hf_verysecret";

    @TempDir
    Path cache;

    @AutoClose
    private final FaultyServer server = FaultyServer.start();

    @AutoClose
    private final FaultyServer storage = FaultyServer.start();

    private FetchRequest gated(Access access) {
        return FetchTesting.gated(access, proven(FILE), server.uri("/f"));
    }

    private Fetcher.Builder as(Access access, String user, String secret) {
        return fetcher(cache).home(access, server.authority()).credentials(only(access.serverId(), user, secret));
    }

    /** Sessions at the Cityscapes site, each of which ends after so many files or parts of files. */
    private void serveSessions(int each, Behaviour whenEnded) {
        AtomicInteger sessions = new AtomicInteger();
        AtomicInteger used = new AtomicInteger();
        server.on("/login/", (request, reply) -> {
            if (request.method().equals("GET")) {
                return reply.text(200, "<html>form</html>", "Set-Cookie: PHPSESSID=form");
            }
            used.set(0);
            return reply.text(302, "", "Location: /", "Set-Cookie: session=" + sessions.incrementAndGet());
        });
        server.on("/f", (request, reply) -> {
            boolean current = request.header("Cookie").contains("session=" + sessions.get());
            boolean valid = current && (sessions.get() > 1 || used.getAndIncrement() < each);
            return valid ? FaultyServer.good(FILE, "\"v1\"").answer(request, reply) : whenEnded.answer(request, reply);
        });
    }

    private long logins() {
        return server.requests().stream()
                .filter(request -> request.method().equals("POST"))
                .count();
    }

    @Test
    void aSessionThatEndsInTheMiddleIsOpenedOnceMoreForAllConnections() throws Exception {
        serveSessions(4, (request, reply) -> reply.text(200, "<html>log in</html>", "Content-Type: text/html"));
        Fetched fetched = fetch(as(Access.CITYSCAPES, "me", "pw"), gated(Access.CITYSCAPES));
        assertThat(fetched.path()).hasBinaryContent(FILE);
        assertThat(logins()).isEqualTo(2);
    }

    @Test
    void aSessionThatEndsMayShowAsARedirectToTheForm() throws Exception {
        serveSessions(4, (request, reply) -> reply.text(302, "", "Location: /login/"));
        Fetched fetched = fetch(as(Access.CITYSCAPES, "me", "pw"), gated(Access.CITYSCAPES));
        assertThat(fetched.path()).hasBinaryContent(FILE);
        assertThat(logins()).isEqualTo(2);
    }

    @Test
    void aSessionThatIsNeverGoodIsNotOpenedForEver() {
        serveSessions(0, (request, reply) -> reply.text(200, "<html>log in</html>", "Content-Type: text/html"));
        server.on("/f", (request, reply) -> reply.text(200, "<html>log in</html>", "Content-Type: text/html"));
        assertThatThrownBy(() -> fetch(as(Access.CITYSCAPES, "me", "pw"), gated(Access.CITYSCAPES)))
                .isInstanceOf(DatasetsException.class);
        assertThat(logins()).isEqualTo(2);
    }

    @Test
    void theHubsOwnWordsTellWhyATokenDoesNotSuffice() {
        server.on(
                "/f",
                (request, reply) -> request.header("Authorization").equals("Bearer " + TOKEN)
                        ? reply.text(
                                403,
                                "",
                                "X-Error-Code: GatedRepo",
                                "X-Error-Message: Access to dataset a/b is restricted and you are not in the"
                                        + " authorized list.")
                        : reply.text(401, "", "X-Error-Code: GatedRepo", "X-Error-Message: Please log in."));
        assertThatThrownBy(() -> fetch(as(Access.HUGGINGFACE, "", TOKEN), gated(Access.HUGGINGFACE)))
                .isInstanceOfSatisfying(DatasetsException.class, e -> {
                    assertThat(e.getMessage())
                            .contains(
                                    "accepts our login but gives it no access (status 403)",
                                    "'Access to dataset a/b is restricted and you are not in the authorized list.'");
                    assertThat(e.remedy())
                            .isEqualTo("Ask for access at " + PAGE + " as the user of that login, then run again.");
                    assertThat(e.report()).doesNotContain(TOKEN);
                });
        assertThatThrownBy(() -> fetch(
                        as(Access.HUGGINGFACE, "", "").credentials(Credentials.none()), gated(Access.HUGGINGFACE)))
                .isInstanceOfSatisfying(DatasetsException.class, e -> assertThat(e.report())
                        .contains(
                                "wants a login (status 401): 'Please log in.'",
                                "Ask for access at " + PAGE,
                                "HF_TOKEN"));
    }

    @Test
    void aSignedAddressThatExpiresInTheMiddleIsAskedForAgainWithTheTokenAtTheHubOnly() throws Exception {
        AtomicInteger signed = new AtomicInteger();
        server.on(
                "/f",
                (request, reply) -> request.header("Authorization").equals("Bearer " + TOKEN)
                        ? reply.text(
                                302,
                                "",
                                "Location: " + storage.uri("/stored" + signed.incrementAndGet()),
                                "X-Linked-Etag: \"abc\"",
                                "X-Linked-Size: " + FILE.length)
                        : reply.text(401, ""));
        for (int i = 1; i < 100; i++) {
            Behaviour good = FaultyServer.good(FILE, "\"xet\"");
            storage.on(
                    "/stored" + i,
                    (request, reply) ->
                            request.number() < 2 ? good.answer(request, reply) : reply.text(403, "expired"));
        }
        Fetched fetched = fetch(as(Access.HUGGINGFACE, "", TOKEN), gated(Access.HUGGINGFACE));
        assertThat(fetched.path()).hasBinaryContent(FILE);
        assertThat(storage.requests()).isNotEmpty().allSatisfy(GatesTest::tellsNothing);
    }

    private static void tellsNothing(Request request) {
        assertThat(request.headers()).doesNotContainKeys("Authorization", "Cookie");
        assertThat(request.toString()).doesNotContain(TOKEN);
    }
}
