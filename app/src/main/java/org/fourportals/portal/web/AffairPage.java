package org.fourportals.portal.web;

import java.util.List;

import org.fourportals.base.Actor;
import org.fourportals.base.Role;
import org.fourportals.casework.Case;
import org.fourportals.casework.Cases;
import org.fourportals.catalogue.Affair;
import org.fourportals.catalogue.AffairPlan;
import org.fourportals.catalogue.Catalogue;
import org.fourportals.centre.Centre;
import org.fourportals.centre.Centres;
import org.fourportals.identity.MayCall;
import org.fourportals.portal.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One affair before it is begun. What is written out can be started here; what is only described says where to go, and never ends nowhere. */
@Controller
@MayCall({Role.VISITOR, Role.RESIDENT, Role.CLERK, Role.REVIEWER, Role.HEAD, Role.SUPERVISOR, Role.BUREAU, Role.EDITOR, Role.OPERATOR, Role.DEVICE})
final class AffairPage {

    private static final int RELATED = 5;

    private final Catalogue catalogue;
    private final AffairStory story;
    private final AffairRows rows;
    private final Centres centres;
    private final Cases cases;

    AffairPage(Catalogue catalogue, AffairStory story, AffairRows rows, Centres centres, Cases cases) {
        this.catalogue = catalogue;
        this.story = story;
        this.rows = rows;
        this.centres = centres;
        this.cases = cases;
    }

    @GetMapping({"/affairs/{id}", "/m/affairs/{id}", "/kiosk/affairs/{id}", "/counter/affairs/{id}"})
    String show(Page page, Actor actor, @PathVariable String id, Model model) {
        Affair affair = catalogue.findAffair(id).orElseThrow(BrowsePages::missing);
        model.addAttribute("affair", affair);
        model.addAttribute("department", page.t(catalogue.department(affair.department()).name()));
        model.addAttribute("event", catalogue.lifeEvents().stream().filter(e -> e.id().equals(affair.lifeEvent())).findFirst().orElseThrow());
        return catalogue.findPlan(id).map(plan -> written(page, actor, plan, model)).orElseGet(() -> described(page, affair, model));
    }

    private String written(Page page, Actor actor, AffairPlan plan, Model model) {
        Catalogue.Proofs proofs = Catalogue.proofs(plan);
        model.addAttribute("plan", plan);
        model.addAttribute("facts", story.facts(page, plan));
        model.addAttribute("papers", story.papers(page, plan));
        model.addAttribute("proved", new ProvedCounts(HomeParts.number(proofs.circumstances()), HomeParts.number(proofs.accepted()),
                HomeParts.number(proofs.refused())));
        model.addAttribute("draft", findDraft(cases, actor, plan.affair().id()).orElse(null));
        return "web/affair";
    }

    private String described(Page page, Affair affair, Model model) {
        model.addAttribute("facts", story.facts(page, affair));
        model.addAttribute("papers", story.usualDocuments(page, affair));
        model.addAttribute("hall", centres.list().stream().filter(c -> c.level() == Centre.Level.CITY).findFirst().orElse(null));
        List<AffairRow> related = rows.list(page, a -> a.lifeEvent().equals(affair.lifeEvent()) && !a.id().equals(affair.id()));
        model.addAttribute("related", related.stream().limit(RELATED).toList());
        return "web/described";
    }

    /** The newest draft of this affair that the actor can go on with. */
    static java.util.Optional<Case> findDraft(Cases cases, Actor actor, String affair) {
        return cases.listMine(actor).stream().filter(c -> c.state().isDraft() && c.affair().equals(affair)).findFirst();
    }
}
