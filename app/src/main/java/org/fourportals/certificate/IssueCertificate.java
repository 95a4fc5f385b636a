package org.fourportals.certificate;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import org.fourportals.audit.AuditLog;
import org.fourportals.base.Actor;
import org.fourportals.base.CityTime;
import org.fourportals.base.Subject;
import org.fourportals.base.Uuid7;
import org.fourportals.casework.events.CaseGranted;
import org.fourportals.catalogue.AffairPlan;
import org.fourportals.catalogue.Catalogue;
import org.fourportals.certificate.internal.CityKeys;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Issues the certificate in the transaction that grants the case: there is never a granted case without its certificate, nor the other
 * way round. The result's record goes to the pool once that transaction has committed.
 */
@Component
class IssueCertificate {

    private static final Actor ISSUER = new Actor.Automatic("certificate");

    private final CertificateStore store;
    private final CityKeys keys;
    private final Catalogue catalogue;
    private final PoolResults results;
    private final AuditLog audit;
    private final CityTime time;

    IssueCertificate(CertificateStore store, CityKeys keys, Catalogue catalogue, PoolResults results, AuditLog audit, CityTime time) {
        this.store = store;
        this.keys = keys;
        this.catalogue = catalogue;
        this.results = results;
        this.audit = audit;
        this.time = time;
    }

    @EventListener
    void issue(CaseGranted granted) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Case " + granted.caseNumber() + " was granted outside a transaction");
        }
        if (store.findByCase(granted.caseId()).isPresent()) {
            return;
        }
        AffairPlan plan = catalogue.plan(granted.affair(), granted.affairVersion());
        Statement statement = state(granted, plan);
        byte[] signed = store.write(statement);
        CityKeys.InUse key = keys.inUse();
        byte[] signature = keys.sign(key, CertificateStore.signingInput(key.id(), signed));
        Optional<PoolEntry> entry = entry(granted, plan);
        String fault = plan.result().record() != null && entry.isEmpty() ? "the case does not say who is its " + plan.result().record().of() : null;
        store.insert(Uuid7.next(time.clock()), granted.caseId(), granted.subject(), statement, granted.decidedBy(), key.id(), signed,
                signature, entry.orElse(null), fault);
        audit.recordAct(ISSUER, "IssueCertificate", granted.caseId(), statement.number());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                results.wake();
            }
        });
    }

    private Statement state(CaseGranted granted, AffairPlan plan) {
        LocalDate issued = time.dayOf(granted.at());
        AffairPlan.Result result = plan.result();
        LocalDate validUntil = result.validMonths() == null ? null : issued.plusMonths(result.validMonths());
        boolean organisation = granted.identifiers().containsKey("subject.creditCode")
                && !granted.identifiers().containsKey("subject.residentId");
        return new Statement(CertificateNumber.of(issued.getYear(), store.nextNumber()).value(), VerificationCode.fresh().value(),
                granted.caseNumber(), granted.affair(), granted.affairVersion(), plan.affair().name(), result.name(), result.says(),
                granted.subjectName(), organisation, new ShownFields(catalogue).of(plan, granted.form()),
                catalogue.department(granted.decidedBy()).name(), plan.laws().stream().map(AffairPlan.Law::name).toList(), granted.at(),
                issued, validUntil);
    }

    private Optional<PoolEntry> entry(CaseGranted granted, AffairPlan plan) {
        AffairPlan.ResultRecord result = plan.result().record();
        if (result == null) {
            return Optional.empty();
        }
        ResultValues values = new ResultValues(granted, time);
        Optional<Subject> subject = values.subject(result);
        return subject.flatMap(who -> catalogue.findDataset(result.dataset()).map(dataset -> new PoolEntry(result.dataset(), who.number(),
                granted.caseNumber(), granted.at(), values.fields(result, dataset))));
    }
}
