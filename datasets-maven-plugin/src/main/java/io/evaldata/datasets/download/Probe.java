package io.evaldata.datasets.download;

import io.evaldata.datasets.download.ProbeResult.State;
import io.evaldata.datasets.download.Refusal.Meaning;
import io.evaldata.datasets.io.ByteRange;
import io.evaldata.datasets.io.Checksum;
import io.evaldata.datasets.io.Checksum.Algorithm;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** Asks an address for the first bytes of its file, with a {@code GET}: some servers refuse {@code HEAD} only. */
final class Probe {
    private static final Duration SLOW = Duration.ofSeconds(5);

    private final Asker asker;
    private final FetchRequest request;
    private final Optional<String> pinned;

    /**
     * Prepares to ask about the file.
     *
     * @param pinned the validator that the lock file holds
     */
    Probe(Asker asker, FetchRequest request, Optional<String> pinned) {
        this.asker = asker;
        this.request = request;
        this.pinned = pinned;
    }

    ProbeResult ask(Origin origin) {
        long start = System.nanoTime();
        ByteRange head = new ByteRange(0, FileKind.HEAD);
        try (Delivery delivery = asker.ask(request, origin, head, Optional.empty())) {
            Optional<String> impostor = impostor(delivery);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            Optional<String> change = impostor.map(what -> "sends " + what).or(() -> change(delivery));
            State state = state(origin, took, change.isPresent());
            String detail = change.orElseGet(() -> described(state, origin, took));
            return result(origin, state, detail, Optional.of(delivery), true, took);
        } catch (Refusal refusal) {
            State state = refusal.meaning() == Meaning.GATED ? State.GATED : State.DEAD;
            String remedy = refusal.remedy().isEmpty() ? "" : ". " + refusal.remedy();
            return result(origin, state, refusal.getMessage() + remedy, Optional.empty(), true, since(start));
        } catch (IOException e) {
            return result(
                    origin, State.DEAD, Trouble.reason(e), Optional.empty(), !Trouble.isUnreachable(e), since(start));
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static ProbeResult result(
            Origin origin, State state, String detail, Optional<Delivery> delivery, boolean answered, Duration took) {
        return new ProbeResult(
                origin.published(),
                origin.asked(),
                state,
                detail,
                origin.movedTo(),
                delivery.map(Delivery::size).orElse(OptionalLong.empty()),
                delivery.flatMap(Delivery::version).map(Delivery::plain),
                delivery.map(Delivery::ranged).orElse(false),
                answered,
                took);
    }

    private static State state(Origin origin, Duration took, boolean changed) {
        if (changed) {
            return State.CHANGED;
        }
        if (origin.movedTo().isPresent()) {
            return State.MOVED;
        }
        return took.compareTo(SLOW) > 0 ? State.SLOW : State.ALIVE;
    }

    private static String described(State state, Origin origin, Duration took) {
        return switch (state) {
            case MOVED -> "moved to " + origin.movedTo().map(Origin::shown).orElse("");
            case SLOW -> "answered after " + took.toSeconds() + " s";
            default -> "answered";
        };
    }

    private Optional<String> impostor(Delivery delivery) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(FileKind.HEAD);
        int count = 0;
        while (count >= 0 && buffer.hasRemaining()) {
            count = delivery.answer().read(buffer);
        }
        byte[] head = new byte[buffer.position()];
        buffer.get(0, head);
        return Impostor.recognise(request.expected().kind(), head, request.file());
    }

    private Optional<String> change(Delivery delivery) {
        OptionalLong expected = request.expected().bytes();
        if (expected.isPresent() && delivery.size().isPresent() && !expected.equals(delivery.size())) {
            return Optional.of("expected " + expected.getAsLong() + " bytes, found "
                    + delivery.size().getAsLong());
        }
        Optional<String> version = delivery.version();
        if (pinned.isPresent() && version.isPresent() && !pinned.equals(version.map(Delivery::plain))) {
            return Optional.of("expected version " + pinned.get() + ", found " + Delivery.plain(version.get()));
        }
        Optional<Checksum> sha256 = request.expected().checksum(Algorithm.SHA256);
        Optional<String> stated = delivery.statedSha256();
        if (sha256.isPresent() && stated.isPresent() && !sha256.get().hex().equals(stated.get())) {
            return Optional.of("expected " + sha256.get() + ", the hub states " + stated.get());
        }
        return Optional.empty();
    }
}
