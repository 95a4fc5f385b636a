package org.fourportals.portal.office;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.fourportals.base.Actor;
import org.fourportals.base.Role;
import org.fourportals.desk.Desk;
import org.fourportals.identity.MayCall;
import org.fourportals.intake.Connector;
import org.fourportals.intake.Connectors;
import org.fourportals.intake.RejectedRow;
import org.fourportals.intake.Rejections;
import org.fourportals.intake.RetryRejected;
import org.fourportals.portal.Flash;
import org.fourportals.portal.Page;
import org.fourportals.portal.kit.Cell;
import org.fourportals.portal.kit.Choice;
import org.fourportals.portal.kit.Pages;
import org.fourportals.portal.kit.Table;
import org.fourportals.portal.kit.Tag;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The rows a connector could not take: where each stands and what is wrong with it, to be given to the department; never what stands in it. */
@Controller("office.RejectedPages")
@MayCall(Role.BUREAU)
class RejectedPages {

    private static final int SHOWN = 50;
    private static final int MOST_DOWNLOADED = 100_000;

    private final Connectors connectors;
    private final Rejections rejections;
    private final OfficeWords words;
    private final Desk desk;
    private final RetryRejected retry;

    RejectedPages(Connectors connectors, Rejections rejections, OfficeWords words, Desk desk, RetryRejected retry) {
        this.connectors = connectors;
        this.rejections = rejections;
        this.words = words;
        this.desk = desk;
        this.retry = retry;
    }

    @GetMapping("/office/connectors/{id}/rejected")
    String list(Page page, Model model, @PathVariable String id, @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String state, @RequestParam(name = "page", defaultValue = "1") int number) {
        Connector connector = get(id);
        boolean open = !state.equals("all");
        Map<String, Long> counts = rejections.counts(id, open);
        long rows = reason.isEmpty() ? counts.values().stream().mapToLong(Long::longValue).sum() : counts.getOrDefault(reason, 0L);
        int total = (int) Math.max(1, (rows + SHOWN - 1) / SHOWN);
        int current = Math.clamp(number, 1, total);
        model.addAttribute("id", id);
        model.addAttribute("name", words.dataset(page, connector.dataset()));
        model.addAttribute("reason", reason);
        model.addAttribute("state", state);
        model.addAttribute("reasons", counts.entrySet().stream().map(c -> Choice.of(c.getKey(),
                page.t("intake.rejected.choice", page.t("intake.reason.short." + c.getKey()), "%,d".formatted(c.getValue())))).toList());
        model.addAttribute("states", List.of(Choice.of("all", page.t("intake.rejected.all"))));
        model.addAttribute("note", page.t("intake.rejected.note", rows));
        model.addAttribute("pages", Pages.of(current, total));
        model.addAttribute("table", Table.of(page.t("intake.rejected.title"), List.of(Table.words(page.t("intake.rejected.source")),
                Table.numbers(page.t("intake.rejected.position")), Table.words(page.t("intake.rejected.reason")), Table.words(page.t("intake.rejected.first")),
                Table.words(page.t("intake.rejected.last")), Table.words(page.t("intake.rejected.righted"))),
                rejections.list(id, reason, open, (current - 1) * SHOWN, SHOWN).stream().map(row -> cells(page, row)).toList()).withoutCaption());
        return "office/rejected";
    }

    private static List<Cell> cells(Page page, RejectedRow row) {
        return List.of(Cell.of(row.source()), Cell.of(row.position()), Cell.of(ConnectorWords.reason(page, row.reason())),
                Cell.of(page.dateTime(row.firstSeen())), Cell.of(page.dateTime(row.lastSeen())), row.rightedAt() == null ? Cell.of("–")
                        : Cell.status(new Tag(page.dateTime(row.rightedAt()), Tag.Tone.GOOD)));
    }

    @GetMapping("/office/connectors/{id}/rejected.csv")
    ResponseEntity<byte[]> download(Page page, @PathVariable String id, @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String state) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(page.t("intake.rejected.source"), page.t("intake.rejected.position"), page.t("intake.rejected.reason"),
                page.t("intake.rejected.first"), page.t("intake.rejected.last"), page.t("intake.rejected.righted")));
        rejections.list(get(id).id(), reason, !state.equals("all"), 0, MOST_DOWNLOADED).forEach(row -> rows.add(List.of(row.source(),
                Long.toString(row.position()), ConnectorWords.reason(page, row.reason()), page.dateTime(row.firstSeen()),
                page.dateTime(row.lastSeen()), row.rightedAt() == null ? "" : page.dateTime(row.rightedAt()))));
        return ResponseEntity.ok().contentType(new MediaType("text", "csv", StandardCharsets.UTF_8)).cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"rejected-" + id + ".csv\"")
                .body(ConnectorWords.csv(rows).getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping("/office/connectors/{id}/retry")
    String retry(Page page, Actor actor, @PathVariable String id, @RequestParam(defaultValue = "") String reason, RedirectAttributes next) {
        next.addFlashAttribute(Flash.ATTRIBUTE, switch (desk.perform(actor, retry, new RetryRejected.Request(get(id).id(), reason))) {
            case RetryRejected.Tried tried -> Flash.done("intake.retried", number(tried.accepted()), number(tried.refused()), number(tried.untried()));
            case RetryRejected.Nothing _ -> Flash.notice("intake.retried.none");
        });
        return "redirect:" + page.url("/connectors/" + id);
    }

    private static String number(int number) {
        return "%,d".formatted(number);
    }

    private Connector get(String id) {
        return connectors.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
