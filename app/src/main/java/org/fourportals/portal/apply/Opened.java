package org.fourportals.portal.apply;

import java.util.UUID;

import org.fourportals.base.Portal;
import org.fourportals.casework.Case;
import org.fourportals.casework.Progress;
import org.fourportals.catalogue.AffairPlan;
import org.fourportals.portal.Page;

/** A draft or case its reader may go on with, how far it has come, and the addresses of its pages at her portal. */
public record Opened(Page page, Case draft, Progress progress) {

    public AffairPlan plan() {
        return progress.plan();
    }

    public UUID id() {
        return draft.id();
    }

    public String affairName() {
        return page.t(plan().affair().name());
    }

    /** The address of a step, such as {@code /checklist}; the empty step leads to whichever is next. */
    public String url(String step) {
        return page.url("/apply/" + draft.id() + step);
    }

    public String question(String question) {
        return url("/question/" + question);
    }

    /** The address of something done with a case, such as {@code /receipt}; at the counter the case's own pages are the clerk's. */
    public String act(String act) {
        return page.at(Portal.COUNTER) ? url(act) : caseUrl() + act;
    }

    public String caseUrl() {
        return page.url("/cases/" + draft.id());
    }

    /** Where the reader's cases are; a clerk's are at her desk. */
    public static String mine(Page page) {
        return page.url(page.at(Portal.COUNTER) ? "/" : "/cases");
    }

    String to(String step) {
        return "redirect:" + url(step);
    }
}
