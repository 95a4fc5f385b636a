package org.fourportals.portal.office;

import java.util.List;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.Role;
import org.fourportals.catalogue.Catalogue;
import org.fourportals.catalogue.Catalogue.SharedDataset;
import org.fourportals.identity.MayCall;
import org.fourportals.portal.Flash;
import org.fourportals.portal.Page;
import org.fourportals.portal.kit.Choice;
import org.fourportals.portal.kit.Problem;
import org.fourportals.sharing.Grants;
import org.fourportals.sharing.RevokeGrant;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is granted of a department's own data, and the way to end a grant at once. */
@Controller("office.RevokeGrantPages")
@MayCall({Role.REVIEWER, Role.BUREAU})
class RevokeGrantPages {

    private final Catalogue catalogue;
    private final Grants grants;
    private final GrantActs acts;
    private final GrantWords words;
    private final OfficeWords names;

    RevokeGrantPages(Catalogue catalogue, Grants grants, GrantActs acts, GrantWords words, OfficeWords names) {
        this.catalogue = catalogue;
        this.grants = grants;
        this.acts = acts;
        this.words = words;
        this.names = names;
    }

    @GetMapping("/office/grants/in-force")
    String list(Page page, Actor actor, Model model, @RequestParam(defaultValue = "") String dataset) {
        List<SharedDataset> hers = hers((Actor.Staff) actor);
        List<Grants.Grant> granted = hers.stream().filter(each -> each.id().equals(dataset)).findFirst().map(each -> grants.listFor(each.id())).orElse(List.of());
        model.addAttribute("datasets", hers.stream().map(each -> Choice.of(each.id(), page.t(each.name()))).toList());
        model.addAttribute("dataset", dataset);
        model.addAttribute("table", granted.isEmpty() ? null : words.inForce(page, granted));
        return "office/grantsInForce";
    }

    private List<SharedDataset> hers(Actor.Staff staff) {
        return catalogue.datasets().stream().filter(each -> staff.is(Role.BUREAU) || each.department().equals(staff.department())).toList();
    }

    @GetMapping("/office/grants/revoke")
    String ask(Page page, Actor actor, Model model, @RequestParam(defaultValue = "") String purpose, @RequestParam(defaultValue = "") String dataset) {
        return ask(page, actor, model, purpose, dataset, "", List.of());
    }

    private String ask(Page page, Actor actor, Model model, String purpose, String dataset, String reason, List<Problem> problems) {
        List<Grants.Grant> granted = hers((Actor.Staff) actor).stream().anyMatch(each -> each.id().equals(dataset)) ? grants.list(purpose, dataset) : List.of();
        if (granted.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        model.addAttribute("purpose", purpose);
        model.addAttribute("dataset", dataset);
        model.addAttribute("what", page.t("grants.revoke.what", names.dataset(page, dataset), names.purpose(page, purpose)));
        model.addAttribute("fields", words.fields(page, granted.stream().flatMap(grant -> grant.fields().stream()).distinct().toList()));
        model.addAttribute("reason", reason);
        model.addAttribute("problems", problems);
        model.addAttribute("key", UUID.randomUUID().toString());
        return "office/grantRevoke";
    }

    @PostMapping("/office/grants/revoke")
    String revoke(Page page, Actor actor, Model model, @RequestParam String purpose, @RequestParam String dataset, @RequestParam(defaultValue = "") String reason,
            @RequestParam UUID key, RedirectAttributes next) {
        return switch (acts.desk().perform(actor, acts.revoke(), new RevokeGrant.Request(purpose, dataset, reason), key)) {
            case RevokeGrant.Revoked _ -> back(page, dataset, next, Flash.done("grants.revoked"));
            case RevokeGrant.NotFound _ -> back(page, dataset, next, Flash.notice("grants.revoke.none"));
            case RevokeGrant.ReasonNeeded(int most) -> ask(page, actor, model, purpose, dataset, reason, List.of(new Problem("reason", page.t("grants.revoke.reason.needed", most))));
        };
    }

    private static String back(Page page, String dataset, RedirectAttributes next, Flash flash) {
        next.addFlashAttribute(Flash.ATTRIBUTE, flash);
        next.addAttribute("dataset", dataset);
        return "redirect:" + page.url("/grants/in-force");
    }
}
