package io.evaldata.datasets.download;

import io.evaldata.datasets.download.FaultyServer.Reply;
import io.evaldata.datasets.download.FaultyServer.Request;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** What a server does wrong with the one request whose range holds a certain byte. */
enum Fault {
    IGNORES_THE_RANGE(true) {
        @Override
        boolean answer(Request request, Reply reply, byte[] file, int place) throws IOException {
            reply.head(200, TAG, "Content-Length: " + file.length);
            reply.body(file, 0, file.length);
            return true;
        }
    },
    IGNORES_THE_RANGE_AND_CLOSES_EARLY(true) {
        @Override
        boolean answer(Request request, Reply reply, byte[] file, int place) throws IOException {
            reply.head(200, TAG, "Content-Length: " + file.length);
            reply.body(file, 0, place);
            return false;
        }
    },
    CLAIMS_MORE_THAN_IT_SENDS(true) {
        @Override
        boolean answer(Request request, Reply reply, byte[] file, int place) throws IOException {
            long to = request.to(file.length);
            reply.head(206, TAG, range(request, file, 0), "Content-Length: " + (to - request.from() + 5000));
            reply.body(file, request.from(), to);
            return false;
        }
    },
    CLAIMS_LESS_THAN_IT_WAS_ASKED_FOR(true) {
        @Override
        boolean answer(Request request, Reply reply, byte[] file, int place) throws IOException {
            reply.head(206, TAG, range(request, file, 0), "Content-Length: " + (place - request.from()));
            reply.body(file, request.from(), place);
            return true;
        }
    },
    CALLS_THE_FILE_LONGER(false) {
        @Override
        boolean answer(Request request, Reply reply, byte[] file, int place) throws IOException {
            return partial(request, reply, file, range(request, file, 1000), request.to(file.length));
        }
    },
    CALLS_THE_FILE_SHORTER(false) {
        @Override
        boolean answer(Request request, Reply reply, byte[] file, int place) throws IOException {
            return partial(request, reply, file, range(request, file, -1), request.to(file.length));
        }
    },
    CLOSES_EARLY(true) {
        @Override
        boolean answer(Request request, Reply reply, byte[] file, int place) throws IOException {
            partial(request, reply, file, range(request, file, 0), place);
            return false;
        }
    },
    CLOSES_WITHOUT_A_LENGTH(true) {
        @Override
        boolean answer(Request request, Reply reply, byte[] file, int place) throws IOException {
            reply.head(206, TAG, range(request, file, 0), "Connection: close");
            reply.body(file, request.from(), place);
            return false;
        }
    },
    CLOSES_WITHOUT_A_WORD(true) {
        @Override
        boolean answer(Request request, Reply reply, byte[] file, int place) {
            return false;
        }
    },
    STALLS(true) {
        @Override
        boolean answer(Request request, Reply reply, byte[] file, int place) throws IOException {
            partial(request, reply, file, range(request, file, 0), place);
            pause(5000);
            return false;
        }
    },
    STALLS_WITHOUT_A_WORD(true) {
        @Override
        boolean answer(Request request, Reply reply, byte[] file, int place) {
            pause(5000);
            return false;
        }
    },
    DRIPS(true) {
        @Override
        boolean answer(Request request, Reply reply, byte[] file, int place) throws IOException {
            partial(request, reply, file, range(request, file, 0), place);
            for (int at = place; at < Math.min(place + 100, request.to(file.length)); at++) {
                reply.body(file, at, at + 1);
                pause(50);
            }
            return false;
        }
    },
    DRIPS_ITS_HEAD(true) {
        @Override
        boolean answer(Request request, Reply reply, byte[] file, int place) throws IOException {
            raw(reply, "HTTP/1.1 206 Partial Content\r\n");
            for (int i = 0; i < 100; i++) {
                raw(reply, "X-More: " + i + "\r\n");
                pause(50);
            }
            return false;
        }
    },
    FORBIDS(false) {
        @Override
        boolean answer(Request request, Reply reply, byte[] file, int place) throws IOException {
            return reply.text(403, "no");
        }
    },
    LOSES_THE_FILE(false) {
        @Override
        boolean answer(Request request, Reply reply, byte[] file, int place) throws IOException {
            return reply.text(404, "where?");
        }
    },
    TIMES_OUT(true) {
        @Override
        boolean answer(Request request, Reply reply, byte[] file, int place) throws IOException {
            reply.text(408, "too slow", "Connection: close");
            return false;
        }
    },
    REFUSES_THE_RANGE(true) {
        @Override
        boolean answer(Request request, Reply reply, byte[] file, int place) throws IOException {
            return reply.text(416, "", "Content-Range: bytes */" + file.length);
        }
    },
    HAS_TOO_MANY_REQUESTS(true) {
        @Override
        boolean answer(Request request, Reply reply, byte[] file, int place) throws IOException {
            return reply.text(429, "slower", "Retry-After: 3");
        }
    },
    NAMES_A_DATE_TO_COME_BACK_AT(true) {
        @Override
        boolean answer(Request request, Reply reply, byte[] file, int place) throws IOException {
            ZonedDateTime date = ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(20);
            return reply.text(429, "later", "Retry-After: " + DateTimeFormatter.RFC_1123_DATE_TIME.format(date));
        }
    },
    FAILS(true) {
        @Override
        boolean answer(Request request, Reply reply, byte[] file, int place) throws IOException {
            return reply.text(500, "oh");
        }
    },
    IS_BUSY(true) {
        @Override
        boolean answer(Request request, Reply reply, byte[] file, int place) throws IOException {
            return reply.text(503, "busy");
        }
    },
    SENDS_ANOTHER_PLACE(true) {
        @Override
        boolean answer(Request request, Reply reply, byte[] file, int place) throws IOException {
            long from = Math.max(1, request.from() - 77);
            reply.head(
                    206,
                    TAG,
                    "Content-Range: bytes " + from + "-" + (from + 99) + "/" + file.length,
                    "Content-Length: 100");
            reply.body(file, from, from + 100);
            return true;
        }
    },
    SENDS_A_PART_WITHOUT_SAYING_WHICH(false) {
        @Override
        boolean answer(Request request, Reply reply, byte[] file, int place) throws IOException {
            return partial(request, reply, file, "X-Range: none", request.to(file.length));
        }
    },
    SENDS_PART_OF_THE_PART(true) {
        @Override
        boolean answer(Request request, Reply reply, byte[] file, int place) throws IOException {
            long to = request.from() + Math.max(1, (request.to(file.length) - request.from()) / 2);
            String range = "Content-Range: bytes " + request.from() + "-" + (to - 1) + "/" + file.length;
            reply.head(206, TAG, range, "Content-Length: " + (to - request.from()));
            reply.body(file, request.from(), to);
            return true;
        }
    },
    SENDS_GARBAGE_FOR_A_HEAD(true) {
        @Override
        boolean answer(Request request, Reply reply, byte[] file, int place) throws IOException {
            reply.body(file, 100, 3000);
            return false;
        }
    },
    BREAKS_OFF_IN_ITS_HEAD(true) {
        @Override
        boolean answer(Request request, Reply reply, byte[] file, int place) throws IOException {
            raw(reply, "HTTP/1.1 206 Partial Content\r\nContent-Le");
            return false;
        }
    },
    ENDS_ITS_HEAD_NEVER(true) {
        @Override
        boolean answer(Request request, Reply reply, byte[] file, int place) throws IOException {
            raw(reply, "HTTP/1.1 206 Partial Content\r\n");
            for (int i = 0; i < 1_000_000; i++) {
                raw(reply, "X-More: " + "x".repeat(1000) + "\r\n");
            }
            return false;
        }
    },
    PROMISES_FOR_EVER(true) {
        @Override
        boolean answer(Request request, Reply reply, byte[] file, int place) throws IOException {
            for (int i = 0; i < 1_000_000; i++) {
                raw(reply, "HTTP/1.1 102 Processing\r\n\r\n");
            }
            return false;
        }
    },
    REDIRECTS_IN_A_CIRCLE(false) {
        @Override
        boolean answer(Request request, Reply reply, byte[] file, int place) throws IOException {
            return reply.text(302, "", "Location: " + request.path());
        }
    },
    COMPRESSES_UNASKED(false) {
        @Override
        boolean answer(Request request, Reply reply, byte[] file, int place) throws IOException {
            reply.head(206, TAG, range(request, file, 0), "Content-Encoding: gzip", "Content-Length: 100");
            reply.body(file, 0, 100);
            return true;
        }
    },
    SENDS_CHUNKS(true) {
        @Override
        boolean answer(Request request, Reply reply, byte[] file, int place) throws IOException {
            reply.head(206, TAG, range(request, file, 0), "Transfer-Encoding: chunked");
            chunk(reply, file, request.from(), place);
            chunk(reply, file, place, request.to(file.length));
            raw(reply, "0\r\n\r\n");
            return true;
        }
    },
    BREAKS_OFF_IN_A_CHUNK(true) {
        @Override
        boolean answer(Request request, Reply reply, byte[] file, int place) throws IOException {
            reply.head(206, TAG, range(request, file, 0), "Transfer-Encoding: chunked");
            chunk(reply, file, request.from(), place);
            raw(reply, "ffffff\r\n");
            reply.body(file, place, place + 3);
            return false;
        }
    },
    MISCOUNTS_A_CHUNK(true) {
        @Override
        boolean answer(Request request, Reply reply, byte[] file, int place) throws IOException {
            reply.head(206, TAG, range(request, file, 0), "Transfer-Encoding: chunked");
            chunk(reply, file, request.from(), place);
            raw(reply, "many\r\n");
            return false;
        }
    },
    SHOWS_A_PAGE(false) {
        @Override
        boolean answer(Request request, Reply reply, byte[] file, int place) throws IOException {
            return reply.text(200, "<html>welcome</html>", "Content-Type: text/html");
        }
    };

    private static final String TAG = "ETag: \"v1\"";

    private final boolean passes;

    /**
     * @param passes whether the file has to arrive in spite of it, when it happens twice only
     */
    Fault(boolean passes) {
        this.passes = passes;
    }

    boolean passes() {
        return passes;
    }

    /** Answers wrongly; returns false to close the connection. */
    abstract boolean answer(Request request, Reply reply, byte[] file, int place) throws IOException;

    private static boolean partial(Request request, Reply reply, byte[] file, String range, long end)
            throws IOException {
        reply.head(206, TAG, range, "Content-Length: " + (request.to(file.length) - request.from()));
        reply.body(file, request.from(), end);
        return true;
    }

    private static String range(Request request, byte[] file, int more) {
        return "Content-Range: bytes " + request.from() + "-" + (request.to(file.length) - 1) + "/"
                + (file.length + more);
    }

    private static void chunk(Reply reply, byte[] file, long from, long to) throws IOException {
        if (to > from) {
            raw(reply, Long.toHexString(to - from) + "\r\n");
            reply.body(file, from, to);
            raw(reply, "\r\n");
        }
    }

    private static void raw(Reply reply, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        reply.body(bytes, 0, bytes.length);
    }

    private static void pause(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
