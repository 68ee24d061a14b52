package io.evaldata.datasets.it;

import static io.evaldata.datasets.it.MavenBuild.goal;
import static org.assertj.core.api.Assertions.assertThat;

import io.evaldata.datasets.it.originals.Original;
import io.evaldata.datasets.it.originals.Textures;
import io.evaldata.datasets.it.servers.Nginx;
import io.evaldata.datasets.it.servers.TestAuthority;
import io.evaldata.datasets.it.servers.Tinyproxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A user behind a company's proxy, with the company's mirror and its own certificate authority, on Debian's nginx and
 * tinyproxy, configured the way Maven users do.
 */
class CompanyNetworkIT {
    private static final Original TEXTURES = Textures.ofFiles(4000);
    private static final String BASIC = Base64.getEncoder()
            .encodeToString((Tinyproxy.USER + ":" + Tinyproxy.PASSWORD).getBytes(StandardCharsets.UTF_8));

    @TempDir
    private Path temp;

    private TestAuthority authority;
    private Nginx nginx;
    private Tinyproxy proxy;

    @BeforeEach
    void start() throws Exception {
        authority = TestAuthority.in(temp);
        nginx = Nginx.in(temp.resolve("nginx"), authority);
        for (Map.Entry<URI, byte[]> file : TEXTURES.addresses().entrySet()) {
            URI address = file.getKey();
            nginx.publish("mirror/" + address.getHost() + address.getPath(), file.getValue());
        }
        proxy = Tinyproxy.in(temp.resolve("proxy"));
    }

    @AfterEach
    void stop() {
        if (proxy != null) {
            proxy.close();
        }
        if (nginx != null) {
            nginx.close();
        }
    }

    private MavenBuild prepare(URI mirror, String password, String direct) throws Exception {
        return MavenBuild.in(Files.createDirectories(temp.resolve("work")))
                .settings(
                        """
                        <proxies>
                          <proxy>
                            <id>company</id>
                            <active>true</active>
                            <protocol>http</protocol>
                            <host>127.0.0.1</host>
                            <port>%d</port>
                            <username>%s</username>
                            <password>%s</password>
                            <nonProxyHosts>%s</nonProxyHosts>
                          </proxy>
                        </proxies>
                        """
                                .formatted(proxy.port(), Tinyproxy.USER, password, direct))
                .with(
                        goal("prepare"),
                        "-Ddatasets=dtd",
                        "-Ddatasets.root=" + temp.resolve("root"),
                        "-Ddatasets.mirror=" + mirror,
                        "-Ddatasets.catalogs=" + Original.overlay(temp.resolve("overlay.json"), List.of(TEXTURES)),
                        "-Djavax.net.ssl.trustStore=" + authority.trustStore(),
                        "-Djavax.net.ssl.trustStorePassword=" + TestAuthority.PASSWORD);
    }

    private void everythingIsThere() throws Exception {
        Path dtd = temp.resolve("root/classification/dtd/dtd");
        assertThat(PreparedTree.digests(dtd)).hasSize(TEXTURES.tree().size());
        assertThat(nginx.requests()).isNotEmpty().allSatisfy(request -> {
            assertThat(request.proxyAuthorization()).isEqualTo("-");
            assertThat(request.authorization()).isEqualTo("-");
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"RUNNING", "MAVEN_4_0"})
    void theMirrorIsReachedThroughATunnelOfTheProxy(Distribution maven) throws Exception {
        prepare(nginx.secure("mirror"), Tinyproxy.PASSWORD, "")
                .on(maven)
                .with("-X")
                .run()
                .succeeds()
                .counts(1, 0, 0)
                .doesNotSay(Tinyproxy.PASSWORD, BASIC);
        everythingIsThere();
        assertThat(proxy.requests())
                .isNotEmpty()
                .allMatch(request -> request.startsWith(
                        "CONNECT localhost:" + nginx.secure("").getPort()));
    }

    @Test
    void theProxyIsAskedForPlainAddressesItself() throws Exception {
        prepare(nginx.plain("mirror"), Tinyproxy.PASSWORD, "elsewhere.example")
                .on(Distribution.MAVEN_3_6)
                .run()
                .succeeds()
                .counts(1, 0, 0);
        everythingIsThere();
        assertThat(proxy.requests()).isNotEmpty().allMatch(request -> request.startsWith("GET http://localhost:"));
    }

    @Test
    void hostsThatTheProxyIsNotForAreAskedDirectly() throws Exception {
        prepare(nginx.secure("mirror"), Tinyproxy.PASSWORD, "*.intern|localhost")
                .run()
                .succeeds()
                .counts(1, 0, 0);
        everythingIsThere();
        assertThat(proxy.requests()).isEmpty();
    }

    @Test
    void aProxyThatDoesNotKnowUsIsNamedAtOnce() throws Exception {
        prepare(nginx.secure("mirror"), "guess", "")
                .run()
                .fails()
                .says(
                        "the proxy 127.0.0.1:" + proxy.port() + " wants other credentials",
                        "<proxy> entry of settings.xml")
                .doesNotSay("guess");
        assertThat(nginx.requests()).isEmpty();
        assertThat(proxy.requests()).as("asked once for each address").hasSize(2);
    }
}
