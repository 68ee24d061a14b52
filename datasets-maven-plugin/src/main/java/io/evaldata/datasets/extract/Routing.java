package io.evaldata.datasets.extract;

/**
 * Decides what becomes of each member of an archive.
 *
 * <p>Asked once per member, in the archive's order, from the thread that called the extractor; not asked for what macOS
 * leaves in archives ({@code __MACOSX/}, {@code ._*}), which is always left out. For a hard link it is asked a second
 * time, for the file linked to, so the answer may depend on the name only.
 */
@FunctionalInterface
public interface Routing {
    Route route(Member member);
}
