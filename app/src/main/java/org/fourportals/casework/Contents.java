package org.fourportals.casework;

import java.util.function.Supplier;

import org.fourportals.base.Subject;
import org.jspecify.annotations.Nullable;

/**
 * What a case holds, opened when somebody first looks: most acts of staff move a case on without looking into it. Knows whether it is as it was
 * stored, so that only what changed is written again.
 */
public final class Contents {

    private final Supplier<CaseContent> source;
    private final @Nullable Subject sealedFor;
    private @Nullable CaseContent opened;

    private Contents(Supplier<CaseContent> source, @Nullable Subject sealedFor) {
        this.source = source;
        this.sealedFor = sealedFor;
    }

    /** Not stored yet. */
    static Contents of(CaseContent content) {
        return new Contents(() -> content, null);
    }

    /** As it is stored, sealed for that subject. */
    public static Contents stored(Supplier<CaseContent> opening, Subject sealedFor) {
        return new Contents(opening, sealedFor);
    }

    /** Whether it is stored just so under this subject's key. */
    public boolean isStoredFor(Subject owner) {
        return owner.equals(sealedFor);
    }

    synchronized CaseContent get() {
        CaseContent found = opened;
        if (found == null) {
            found = source.get();
            opened = found;
        }
        return found;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Contents contents && get().equals(contents.get());
    }

    @Override
    public int hashCode() {
        return get().hashCode();
    }

    @Override
    public String toString() {
        return "Contents[sealedFor=" + sealedFor + "]";
    }
}
