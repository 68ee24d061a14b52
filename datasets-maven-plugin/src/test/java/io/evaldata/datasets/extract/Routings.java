package io.evaldata.datasets.extract;

/** Routings that tests share. */
final class Routings {
    /** Everything to the place it has in the archive. */
    static final Routing ALL = member -> Route.write(member.name());

    private Routings() {}
}
