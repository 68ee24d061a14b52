package io.evaldata.datasets.prepare;

import io.evaldata.datasets.download.FaultyServer.Behaviour;
import io.evaldata.datasets.download.FaultyServer.Reply;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * A zip of any size that takes up no memory to speak of: names, order and sizes are as told, bodies are noise made when
 * they are asked for. Headers have the extra fields that Info-ZIP writes; zip64 is used where it must be.
 */
final class VirtualZip {
    private static final byte[] NOISE = noise();
    private static final int LOCAL_EXTRA = 28;
    private static final int CENTRAL_EXTRA = 24;
    private static final int ZIP64_EXTRA = 12;
    private static final long LIMIT_32 = 0xffffffffL;
    private static final int BLOCK = 1 << 16;

    private final List<Member> members = new ArrayList<>();
    private final TreeMap<Long, Member> byOffset = new TreeMap<>();
    private final Map<Integer, Integer> checksums = new TreeMap<>();
    private long directoryOffset;
    private byte[] directory = new byte[0];

    private record Member(String name, int size, long offset) {
        int headerSize() {
            return 30 + name.length() + LOCAL_EXTRA;
        }

        long end() {
            return offset + headerSize() + size;
        }
    }

    private static byte[] noise() {
        byte[] noise = new byte[8 << 20];
        new Random(1).nextBytes(noise);
        return noise;
    }

    /** Adds a member behind those that are there. */
    VirtualZip add(String name, int size) {
        Member member = new Member(name, size, directoryOffset);
        members.add(member);
        byOffset.put(directoryOffset, member);
        directoryOffset = member.end();
        checksums.put(size, 0);
        return this;
    }

    /** Writes the directory; nothing can be added any more. */
    VirtualZip finish() {
        CRC32 crc = new CRC32();
        int done = 0;
        for (Map.Entry<Integer, Integer> checksum : checksums.entrySet()) {
            crc.update(NOISE, done, checksum.getKey() - done);
            done = checksum.getKey();
            checksum.setValue((int) crc.getValue());
        }
        int most = members.stream()
                .mapToInt(member -> 46 + member.name().length() + CENTRAL_EXTRA + ZIP64_EXTRA)
                .sum();
        ByteBuffer out = ByteBuffer.allocate(most + 98).order(ByteOrder.LITTLE_ENDIAN);
        members.forEach(member -> writeEntry(out, member));
        writeEnd(out, out.position());
        directory = new byte[out.position()];
        out.get(0, directory);
        return this;
    }

    private void writeEntry(ByteBuffer out, Member member) {
        boolean far = member.offset() >= LIMIT_32;
        out.putInt(0x02014b50).putShort((short) ((3 << 8) | 45)).putShort((short) 45);
        out.putShort((short) 0).putShort((short) 0).putInt(0);
        out.putInt(checksums.get(member.size())).putInt(member.size()).putInt(member.size());
        out.putShort((short) member.name().length()).putShort((short) (CENTRAL_EXTRA + (far ? ZIP64_EXTRA : 0)));
        out.putShort((short) 0).putShort((short) 0).putShort((short) 0);
        out.putInt(0100644 << 16).putInt((int) Math.min(LIMIT_32, member.offset()));
        out.put(member.name().getBytes(StandardCharsets.US_ASCII));
        if (far) {
            out.putShort((short) 1).putShort((short) 8).putLong(member.offset());
        }
        out.putShort((short) 0x7875).putShort((short) (CENTRAL_EXTRA - 4)).put(new byte[CENTRAL_EXTRA - 4]);
    }

    private void writeEnd(ByteBuffer out, int size) {
        boolean zip64 = directoryOffset >= LIMIT_32 || members.size() > 0xffff;
        if (zip64) {
            long position = directoryOffset + out.position();
            out.putInt(0x06064b50).putLong(44).putShort((short) 45).putShort((short) 45);
            out.putInt(0).putInt(0).putLong(members.size()).putLong(members.size());
            out.putLong(size).putLong(directoryOffset);
            out.putInt(0x07064b50).putInt(0).putLong(position).putInt(1);
        }
        short count = (short) Math.min(0xffff, members.size());
        out.putInt(0x06054b50)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort(count)
                .putShort(count);
        out.putInt(size).putInt((int) Math.min(LIMIT_32, directoryOffset)).putShort((short) 0);
    }

    /** How many bytes it has. */
    long size() {
        return directoryOffset + directory.length;
    }

    /** Serves it as a good server does. */
    Behaviour served() {
        return (request, reply) -> {
            boolean ranged = !request.header("Range").isEmpty();
            long from = request.from();
            long to = request.to(size());
            String length = "Content-Length: " + (to - from);
            if (ranged) {
                String range = "Content-Range: bytes " + from + "-" + (to - 1) + "/" + size();
                reply.head(206, length, range, "ETag: \"v1\"");
            } else {
                reply.head(200, length, "ETag: \"v1\"");
            }
            send(reply, from, to);
            return true;
        };
    }

    private void send(Reply reply, long from, long to) throws IOException {
        byte[] block = new byte[BLOCK];
        for (long at = from; at < to; at += BLOCK) {
            int count = (int) Math.min(BLOCK, to - at);
            fill(block, at, count);
            reply.body(block, 0, count);
        }
    }

    private void fill(byte[] into, long from, int count) {
        int done = 0;
        while (done < count) {
            long at = from + done;
            if (at >= directoryOffset) {
                System.arraycopy(directory, (int) (at - directoryOffset), into, done, count - done);
                return;
            }
            Member member = byOffset.floorEntry(at).getValue();
            long inMember = at - member.offset();
            int room = (int) Math.min(count - done, member.end() - at);
            if (inMember < member.headerSize()) {
                room = (int) Math.min(room, member.headerSize() - inMember);
                System.arraycopy(header(member), (int) inMember, into, done, room);
            } else {
                System.arraycopy(NOISE, (int) inMember - member.headerSize(), into, done, room);
            }
            done += room;
        }
    }

    private byte[] header(Member member) {
        ByteBuffer out = ByteBuffer.allocate(member.headerSize()).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(0x04034b50)
                .putShort((short) 45)
                .putShort((short) 0)
                .putShort((short) 0)
                .putInt(0);
        out.putInt(checksums.get(member.size())).putInt(member.size()).putInt(member.size());
        out.putShort((short) member.name().length())
                .putShort((short) LOCAL_EXTRA)
                .put(member.name().getBytes(StandardCharsets.US_ASCII));
        out.putShort((short) 0x7875).putShort((short) (LOCAL_EXTRA - 4));
        return out.array();
    }
}
