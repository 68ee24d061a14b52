package io.evaldata.datasets.extract;

import java.util.List;

/**
 * Where a file member goes, its paths checked.
 *
 * @param paths where it is written unchanged
 * @param conversion what else is made of it, or null
 */
record FileRoute(Member member, List<String> paths, Conversion conversion) {

    /** The route to write or convert a member. */
    static FileRoute of(String archive, Member member, Route route) {
        if (route instanceof Route.Write write) {
            return new FileRoute(member, MemberWriter.checkedPaths(archive, member, write.paths()), null);
        } else if (route instanceof Route.Convert convert) {
            if (member.size() > Conversion.MAX_BYTES) {
                throw BadArchive.unsupported(
                        archive,
                        member.name(),
                        member.size() + " bytes are more than the " + Conversion.MAX_BYTES + " that can be converted");
            }
            return new FileRoute(
                    member, MemberWriter.checkedPaths(archive, member, convert.paths()), convert.conversion());
        }
        return new FileRoute(member, List.of(), null);
    }

    FileRoute withPaths(List<String> others) {
        return new FileRoute(member, others, conversion);
    }
}
