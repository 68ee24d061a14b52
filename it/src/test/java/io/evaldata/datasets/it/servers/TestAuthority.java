package io.evaldata.datasets.it.servers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate authority that nobody trusts by himself, and a certificate of it for {@code localhost}, made with the
 * JDK's keytool.
 */
public final class TestAuthority {
    /** The password of the trust store. */
    public static final String PASSWORD = "changeit";

    private final Path folder;
    private final KeyStore keys;

    private TestAuthority(Path folder, KeyStore keys) {
        this.folder = folder;
        this.keys = keys;
    }

    /** Makes authority and certificate in the folder. */
    public static TestAuthority in(Path folder) throws IOException, InterruptedException, GeneralSecurityException {
        Path store = folder.resolve("keys.p12");
        keytool(store, "ca", "CN=Test authority", "-ext", "bc:c");
        keytool(store, "server", "CN=localhost", "-signer", "ca", "-ext", "san=dns:localhost");
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        TestAuthority authority = new TestAuthority(folder, keys);
        authority.write();
        return authority;
    }

    private static void keytool(Path store, String alias, String name, String... more)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                alias,
                "-keyalg",
                "EC",
                "-dname",
                name,
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                store.toString()));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException("keytool: " + output);
        }
    }

    private void write() throws IOException, GeneralSecurityException {
        StringBuilder chain = new StringBuilder();
        for (Certificate certificate : keys.getCertificateChain("server")) {
            chain.append(pem("CERTIFICATE", certificate.getEncoded()));
        }
        Files.writeString(certificate(), chain);
        Files.writeString(
                key(),
                pem("PRIVATE KEY", keys.getKey("server", PASSWORD.toCharArray()).getEncoded()));
        try (OutputStream out = Files.newOutputStream(trustStore())) {
            trusted().store(out, PASSWORD.toCharArray());
        }
    }

    private static String pem(String type, byte[] der) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + type + "-----\n" + body + "\n-----END " + type + "-----\n";
    }

    private KeyStore trusted() throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("ca", keys.getCertificate("ca"));
        return trusted;
    }

    /** The server's certificate and its authority's, as nginx reads them. */
    Path certificate() {
        return folder.resolve("server.pem");
    }

    /** The server's key, as nginx reads it. */
    Path key() {
        return folder.resolve("server.key");
    }

    /** A trust store with this authority alone, for {@code javax.net.ssl.trustStore}. */
    public Path trustStore() {
        return folder.resolve("trust.p12");
    }

    /** What trusts this authority alone. */
    public SSLContext trusting() throws IOException, GeneralSecurityException {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
