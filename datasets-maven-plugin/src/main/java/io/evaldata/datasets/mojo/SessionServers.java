package io.evaldata.datasets.mojo;

import io.evaldata.datasets.download.Credentials;
import io.evaldata.datasets.download.HttpProxy;
import io.evaldata.datasets.download.Secret;
import java.net.URI;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.repository.Authentication;
import org.eclipse.aether.repository.AuthenticationContext;
import org.eclipse.aether.repository.Proxy;
import org.eclipse.aether.repository.RemoteRepository;

/**
 * Logins, proxies and mirrors of settings.xml, asked of the session with a stand-in repository per server. The layout
 * {@code dataset} keeps mirrors of artifacts, such as {@code <mirrorOf>*</mirrorOf>}, from claiming dataset hosts, and
 * the session hands passwords out decrypted on Maven 3 and 4 alike.
 */
final class SessionServers implements Credentials {
    private static final String LAYOUT = "dataset";

    private final RepositorySystemSession session;

    SessionServers(MavenSession session) {
        this.session = session.getRepositorySession();
    }

    @Override
    public Optional<Login> find(String serverId, URI address) {
        RemoteRepository server = server(serverId, address).build();
        Authentication authentication = session.getAuthenticationSelector().getAuthentication(server);
        if (authentication == null) {
            return Optional.empty();
        }
        RemoteRepository authenticated = new RemoteRepository.Builder(server)
                .setAuthentication(authentication)
                .build();
        try (AuthenticationContext context = AuthenticationContext.forRepository(session, authenticated)) {
            return login(context);
        }
    }

    /** The proxy through which an address is asked; nothing when it is asked directly. */
    Optional<HttpProxy> proxy(URI address) {
        RemoteRepository server = server(address.getHost(), address).build();
        Proxy proxy = session.getProxySelector().getProxy(server);
        if (proxy == null) {
            return Optional.empty();
        }
        RemoteRepository proxied =
                new RemoteRepository.Builder(server).setProxy(proxy).build();
        try (AuthenticationContext context = AuthenticationContext.forProxy(session, proxied)) {
            return Optional.of(new HttpProxy(proxy.getHost(), proxy.getPort(), login(context)));
        }
    }

    /** The address that a mirror of settings.xml gives for a server; nothing when there is none. */
    Optional<URI> mirror(String serverId) {
        RemoteRepository server =
                server(serverId, URI.create("https://" + serverId + "/")).build();
        return Optional.ofNullable(session.getMirrorSelector().getMirror(server))
                .map(mirror -> URI.create(mirror.getUrl()));
    }

    private static RemoteRepository.Builder server(String serverId, URI address) {
        return new RemoteRepository.Builder(serverId, LAYOUT, address.getScheme() + "://" + address.getRawAuthority());
    }

    private static Optional<Login> login(AuthenticationContext context) {
        if (context == null) {
            return Optional.empty();
        }
        String user = context.get(AuthenticationContext.USERNAME);
        String password = context.get(AuthenticationContext.PASSWORD);
        return password == null
                ? Optional.empty()
                : Optional.of(new Login(user == null ? "" : user, Secret.of(password)));
    }
}
