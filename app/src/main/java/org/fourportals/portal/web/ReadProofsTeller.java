package org.fourportals.portal.web;

import java.util.Base64;
import java.util.List;
import java.util.Optional;

import org.fourportals.audit.AuditLog;
import org.fourportals.audit.AuditTree;
import org.fourportals.audit.Checkpoint;
import org.fourportals.base.Subject;
import org.springframework.stereotype.Component;

/** Puts together what proves the entries about somebody. */
@Component
final class ReadProofsTeller {

    private static final int MOST = 2_000;

    private final AuditLog audit;
    private final AuditTree tree;

    ReadProofsTeller(AuditLog audit, AuditTree tree) {
        this.audit = audit;
        this.tree = tree;
    }

    /** The newest entries, at most {@value #MOST}. */
    ReadProofs of(Subject subject) {
        List<Long> numbers = audit.listReads(subject, Long.MAX_VALUE, MOST).stream().map(AuditLog.Read::number).toList();
        Optional<Checkpoint> checkpoint = tree.latestCheckpoint();
        List<ReadProofs.Proof> proofs = checkpoint.map(to -> tree.inclusions(subject, numbers, to)).orElse(List.of()).stream()
                .map(proof -> new ReadProofs.Proof(proof.entry(), proof.text(), text(proof.salt()), proof.index(), proof.path().stream().map(ReadProofsTeller::text).toList()))
                .toList();
        return new ReadProofs(checkpoint.map(Checkpoint::text).orElse(null), proofs, numbers.size() - proofs.size());
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
