package io.evaldata.datasets.download;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Serves {@code file:} addresses the way a good HTTP server would: a private mirror on a disk, also when offline.
 *
 * <p>An address with a query is the file of that whole name, {@code path?query} as mirroring tools write it, or
 * {@code path%3Fquery} where a file system allows no question mark.
 */
final class FileTransport implements Transport {
    private static final Pattern RANGE = Pattern.compile("bytes=([0-9]{1,18})-([0-9]{1,18})");

    @Override
    public Answer open(Question question) throws IOException {
        Path file = fileOf(question.address());
        Headers headers = new Headers();
        if (!Files.isRegularFile(file)) {
            return new FileAnswer(404, headers, Optional.empty(), 0);
        }
        long size = Files.size(file);
        headers.put("ETag", version(file));
        Matcher range = RANGE.matcher(question.headers().getOrDefault("Range", ""));
        if (!range.matches()) {
            return answer(200, headers, file, 0, size);
        }
        long start = Long.parseLong(range.group(1));
        long end = Math.min(size, Long.parseLong(range.group(2)) + 1);
        if (start >= size) {
            headers.put("Content-Range", "bytes */" + size);
            return new FileAnswer(416, headers, Optional.empty(), 0);
        }
        headers.put("Content-Range", "bytes " + start + "-" + (end - 1) + "/" + size);
        return answer(206, headers, file, start, end);
    }

    /** Whether the file at a {@code file:} address is there and is not the version of that name any more. */
    static boolean isOutdated(URI address, String version) throws IOException {
        if (!"file".equalsIgnoreCase(address.getScheme())) {
            return false;
        }
        Path file = fileOf(address);
        return Files.isRegularFile(file) && !version(file).equals(version);
    }

    private static String version(Path file) throws IOException {
        return "\"" + Files.size(file) + "-" + Files.getLastModifiedTime(file).toMillis() + "\"";
    }

    private static Path fileOf(URI address) {
        if (address.getRawQuery() == null) {
            return at(address, "");
        }
        Path portable = at(address, "%253F" + address.getRawQuery());
        return Files.exists(portable) ? portable : at(address, "%3F" + address.getRawQuery());
    }

    private static Path at(URI address, String suffix) {
        return Path.of(URI.create("file://" + address.getRawPath() + suffix));
    }

    /** The answer about a file: its bytes up to an end. */
    private record FileAnswer(int status, Headers headers, Optional<FileChannel> channel, long end) implements Answer {
        @Override
        public int read(ByteBuffer into) throws IOException {
            long left = channel.isPresent() ? end - channel.get().position() : 0;
            if (left <= 0) {
                return -1;
            }
            int limit = into.limit();
            into.limit((int) Math.min(limit, into.position() + left));
            try {
                return channel.get().read(into);
            } finally {
                into.limit(limit);
            }
        }

        @Override
        public void close() throws IOException {
            if (channel.isPresent()) {
                channel.get().close();
            }
        }
    }

    private static FileAnswer answer(int status, Headers headers, Path file, long start, long end) throws IOException {
        headers.put("Content-Length", Long.toString(end - start));
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ).position(start);
        return new FileAnswer(status, headers, Optional.of(channel), end);
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
