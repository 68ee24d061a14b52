package io.evaldata.datasets.download;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * One connection's bytes, plain or through TLS.
 *
 * <p>Plain bytes go from the socket straight into the caller's (direct) buffer. Waits have no timeout of their own, as the
 * sockets' one costs two system calls per read; instead a {@link Watchdog} closes a wire that has waited too long.
 */
final class Wire implements Closeable {
    private static final int AHEAD = 1 << 14;

    /** What has to come while the watchdog is patient once; a server that drips is as bad as a silent one. */
    private static final int LEAST = 1 << 14;

    private final SocketChannel channel;
    private final ByteBuffer ahead = ByteBuffer.allocateDirect(AHEAD).limit(0);
    private final Watchdog watchdog;
    private Optional<SSLSocket> tls = Optional.empty();
    private byte[] decrypted = new byte[0];
    private volatile long waitingSince;
    private volatile boolean timedOut;
    private long waited;
    private long received;

    Wire(SocketChannel channel, Watchdog watchdog) {
        this.channel = channel;
        this.watchdog = watchdog;
        watchdog.watch(this);
    }

    /** Everything from here on goes through TLS, with the host's certificate checked for its name (RFC 9110, 4.3.4). */
    void secure(SSLSocketFactory sockets, String host, int port) throws IOException {
        SSLSocket socket = (SSLSocket) sockets.createSocket(channel.socket(), host, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        waitingSince = System.nanoTime();
        try {
            socket.startHandshake();
        } catch (SSLException e) {
            throw explained(judged(e));
        } catch (IOException e) {
            throw explained(e);
        } finally {
            waitingSince = 0;
        }
        tls = Optional.of(socket);
        decrypted = new byte[AHEAD];
    }

    /** A connection that broke off may be better the next time; one of the two sides refusing the other will not. */
    private static IOException judged(SSLException failed) {
        Throwable cause = failed.getCause();
        IOException judged = cause instanceof EOFException || cause instanceof SocketException
                ? new IOException("the connection broke off while TLS was agreed on: " + failed.getMessage())
                : new SSLHandshakeException(failed.getMessage());
        judged.initCause(failed);
        return judged;
    }

    void write(byte[] bytes) throws IOException {
        received = 0;
        if (tls.isPresent()) {
            tls.get().getOutputStream().write(bytes);
            return;
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    /** Reads at least one byte, up to the buffer's limit; -1 at the end. */
    int read(ByteBuffer into) throws IOException {
        if (!ahead.hasRemaining()) {
            return receive(into);
        }
        int count = Math.min(ahead.remaining(), into.remaining());
        into.put(ahead.slice(ahead.position(), count));
        ahead.position(ahead.position() + count);
        return count;
    }

    /** Reads one byte; -1 at the end. */
    int read() throws IOException {
        if (!ahead.hasRemaining()) {
            ahead.clear();
            int count = receive(ahead);
            ahead.flip();
            if (count < 0) {
                return -1;
            }
        }
        return ahead.get() & 0xff;
    }

    /**
     * Reads one line without its end.
     *
     * @param left how many more bytes are accepted, in its only element
     */
    String line(int[] left) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = read(); b != '\n'; b = read()) {
            if (b < 0) {
                throw new EOFException("the connection was closed within the head of an answer");
            }
            if (--left[0] < 0) {
                throw new IOException("the head of the answer does not end");
            }
            line.append((char) b);
        }
        int length = line.length();
        return length > 0 && line.charAt(length - 1) == '\r' ? line.substring(0, length - 1) : line.toString();
    }

    private int receive(ByteBuffer into) throws IOException {
        long since = System.nanoTime();
        int count;
        waitingSince = since;
        try {
            count = tls.isPresent() ? decrypt(tls.get().getInputStream(), into) : channel.read(into);
        } catch (IOException e) {
            throw explained(e);
        } finally {
            waitingSince = 0;
        }
        measure(System.nanoTime() - since, count);
        return count;
    }

    /** Counts what came and how long it took, from the first bytes of an answer on. */
    private void measure(long nanos, int count) throws SocketTimeoutException {
        waited = received == 0 ? 0 : waited + nanos;
        received += count;
        if (waited > watchdog.patience().toNanos()) {
            if (received < LEAST) {
                throw new SocketTimeoutException("only " + received + " bytes came within "
                        + watchdog.patience().toSeconds() + " s");
            }
            received = 0;
        }
    }

    private int decrypt(InputStream in, ByteBuffer into) throws IOException {
        int count = in.read(decrypted, 0, Math.min(decrypted.length, into.remaining()));
        if (count > 0) {
            into.put(decrypted, 0, count);
        }
        return count;
    }

    private IOException explained(IOException e) {
        if (!timedOut) {
            return e;
        }
        SocketTimeoutException timeout = new SocketTimeoutException(
                "nothing came for " + watchdog.patience().toSeconds() + " s");
        timeout.initCause(e);
        return timeout;
    }

    /** How long a read has been waiting; zero while nobody reads. */
    Duration waiting() {
        long since = waitingSince;
        return since == 0 ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - since);
    }

    /** Ends a read that has waited too long. */
    void timeOut() {
        timedOut = true;
        close();
    }

    @Override
    public void close() {
        watchdog.forget(this);
        try {
            channel.close();
        } catch (IOException e) {
            // Nothing is lost with a connection that cannot even be closed.
            waitingSince = 0;
        }
    }
}
