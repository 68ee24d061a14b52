package io.evaldata.datasets.mojo;

import io.evaldata.datasets.download.Cache;
import io.evaldata.datasets.download.Fetcher;
import io.evaldata.datasets.download.HubToken;
import io.evaldata.datasets.download.MirrorRule;
import java.nio.file.Path;
import org.apache.maven.execution.MavenSession;

/** A fetcher that goes online the way the build does: its proxies, logins, mirrors, and offline when the build is. */
final class SessionFetcher {
    private SessionFetcher() {}

    static Fetcher open(MavenSession session, RequestBuilder.Built built, Cache cache, int connections) {
        SessionServers servers = new SessionServers(session);
        Path home = Path.of(session.getSystemProperties().getProperty("user.home", ""));
        return Fetcher.into(cache)
                .offline(built.request().fetching().offline())
                .connections(connections)
                .mirror(built.mirror()
                        .map(MirrorRule::everythingAt)
                        .orElseGet(() -> MirrorRule.perServer(servers::mirror)))
                .credentials(HubToken.orElse(servers, System.getenv(), home))
                .proxies(servers::proxy)
                .open();
    }
}
