package io.evaldata.datasets.download;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
            return new FileAnswer(404, headers, InputStream.nullInputStream());
        }
        long size = Files.size(file);
        headers.put("ETag", "\"" + size + "-" + Files.getLastModifiedTime(file).toMillis() + "\"");
        Matcher range = RANGE.matcher(question.headers().getOrDefault("Range", ""));
        if (!range.matches()) {
            headers.put("Content-Length", Long.toString(size));
            return new FileAnswer(200, headers, read(file, 0, size));
        }
        long start = Long.parseLong(range.group(1));
        long end = Math.min(size, Long.parseLong(range.group(2)) + 1);
        if (start >= size) {
            headers.put("Content-Range", "bytes */" + size);
            return new FileAnswer(416, headers, InputStream.nullInputStream());
        }
        headers.put("Content-Length", Long.toString(end - start));
        headers.put("Content-Range", "bytes " + start + "-" + (end - 1) + "/" + size);
        return new FileAnswer(206, headers, read(file, start, end - start));
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

    private static InputStream read(Path file, long start, long length) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ).position(start);
        return new HttpBody.Fixed(Channels.newInputStream(channel), length) {
            @Override
            public void close() throws IOException {
                channel.close();
            }
        };
    }

    private record FileAnswer(int status, Headers headers, InputStream body) implements Answer {
        @Override
        public void close() throws IOException {
            body.close();
        }
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
