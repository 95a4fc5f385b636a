package org.fourportals.pool;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** What engines offer each other beyond {@link Pool}, so that {@link PoolCopy} can move a city from one to the other. */
interface PoolEngine extends Pool {

    /** Passes all subjects that have records, once each. */
    void dossiers(Consumer<Dossier> reader);

    /** The dossiers of these subjects, in their order; empty ones of those that have no records. */
    List<Dossier> dossiersOf(List<SubjectId> subjects);

    /** Passes the whole directory once. */
    void directory(BiConsumer<Identifier, SubjectId> reader);

    /** Takes in what another engine keeps, as it is; durable on return. */
    void adopt(List<Dossier> dossiers);

    /** Takes in a part of another engine's directory under its numbers. What leads elsewhere already is left as it is. */
    void adopt(Map<Identifier, SubjectId> identifiers);

    /** Notes erasures made in another engine. */
    void adoptErasures(List<Erasure> erasures);
}
