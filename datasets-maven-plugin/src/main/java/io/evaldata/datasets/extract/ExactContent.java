package io.evaldata.datasets.extract;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Content that has to have the size its header gives, no byte more or less. */
final class ExactContent implements Content {
    private final Content content;
    private final long size;
    private final String archive;
    private final Member member;
    private long seen;

    ExactContent(Content content, long size, String archive, Member member) {
        this.content = content;
        this.size = size;
        this.archive = archive;
        this.member = member;
    }

    @Override
    public int read(ByteBuffer into) throws IOException, InterruptedException {
        int count = content.read(into);
        seen += Math.max(count, 0);
        if (seen > size || (count < 0 && seen < size)) {
            throw otherSize(archive, member, size, seen);
        }
        return count;
    }

    /** The report of a member that unpacks to another size than its header gives. */
    static RuntimeException otherSize(String archive, Member member, long size, long seen) {
        return BadArchive.damaged(
                archive,
                "member '" + member.name() + "' unpacks to " + (seen > size ? "more than " : "only ")
                        + Math.min(seen, size) + " bytes, expected " + size);
    }
}
