package io.evaldata.datasets.mojo;

import io.evaldata.datasets.download.FetchRequest;
import io.evaldata.datasets.download.Fetched;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.maven.execution.MavenSession;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.RequestTrace;
import org.eclipse.aether.transfer.TransferCancelledException;
import org.eclipse.aether.transfer.TransferEvent;
import org.eclipse.aether.transfer.TransferEvent.EventType;
import org.eclipse.aether.transfer.TransferEvent.RequestType;
import org.eclipse.aether.transfer.TransferListener;
import org.eclipse.aether.transfer.TransferResource;

/** Shows downloads the way Maven shows those of artifacts, so that {@code -B}, {@code -ntp} and {@code -q} mean the same. */
final class TransferProgress {
    private final RepositorySystemSession session;
    private final TransferListener listener;
    private final boolean moving;
    private final Map<FetchRequest, Transfer> running = new ConcurrentHashMap<>();

    private static final class Transfer {
        private final TransferResource resource;
        private long bytes;

        private Transfer(TransferResource resource, long bytes) {
            this.resource = resource;
            this.bytes = bytes;
        }
    }

    /**
     * @param moving whether to show the movement of bytes, or just begin and end
     */
    TransferProgress(MavenSession session, boolean moving) {
        this.moving = moving;
        this.session = session.getRepositorySession();
        this.listener = this.session == null ? null : this.session.getTransferListener();
    }

    void started(FetchRequest request, URI from, long total, long present) {
        if (listener == null) {
            return;
        }
        String port = from.getPort() < 0 ? "" : ":" + from.getPort();
        String base = from.getScheme() + "://" + (from.getHost() == null ? "" : from.getHost() + port) + "/";
        TransferResource resource =
                new TransferResource(request.dataset(), base, request.file(), null, (RequestTrace) null);
        resource.setContentLength(total);
        resource.setResumeOffset(present);
        Transfer transfer = new Transfer(resource, present);
        if (running.putIfAbsent(request, transfer) == null) {
            send(transfer, EventType.INITIATED, 0);
            send(transfer, EventType.STARTED, 0);
        }
    }

    void progressed(FetchRequest request, long bytes) {
        Transfer transfer = running.get(request);
        if (transfer != null) {
            send(transfer, EventType.PROGRESSED, bytes);
        }
    }

    void finished(FetchRequest request, Fetched fetched) {
        Transfer transfer = running.remove(request);
        if (transfer != null) {
            send(transfer, EventType.SUCCEEDED, 0);
        }
    }

    private void send(Transfer transfer, EventType type, long more) {
        synchronized (transfer) {
            transfer.bytes += more;
            TransferEvent event = new TransferEvent.Builder(session, transfer.resource)
                    .setType(type)
                    .setRequestType(RequestType.GET)
                    .setTransferredBytes(transfer.bytes)
                    .build();
            try {
                deliver(event, type);
            } catch (TransferCancelledException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void deliver(TransferEvent event, EventType type) throws TransferCancelledException {
        switch (type) {
            case INITIATED -> listener.transferInitiated(event);
            case STARTED -> listener.transferStarted(event);
            case PROGRESSED -> {
                if (moving) {
                    listener.transferProgressed(event);
                }
            }
            default -> listener.transferSucceeded(event);
        }
    }
}
