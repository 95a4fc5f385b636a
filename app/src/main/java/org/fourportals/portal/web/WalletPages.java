package org.fourportals.portal.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;

import org.fourportals.base.Actor;
import org.fourportals.base.Role;
import org.fourportals.base.Subject;
import org.fourportals.desk.Desk;
import org.fourportals.identity.MayCall;
import org.fourportals.portal.Flash;
import org.fourportals.portal.Page;
import org.fourportals.portal.kit.Problem;
import org.fourportals.wallet.Addresses;
import org.fourportals.wallet.Document;
import org.fourportals.wallet.DocumentId;
import org.fourportals.wallet.HandedIn;
import org.fourportals.wallet.Wallet;
import org.fourportals.wallet.WithdrawDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A resident's wallet: what she handed in once, where it was used, and what she may do with it. At a machine it is shown only. */
@Controller
@MayCall(Role.RESIDENT)
final class WalletPages {

    private static final String OWN = "wallet";

    private final Wallet wallet;
    private final WalletShelf shelf;
    private final Addresses addresses;
    private final WithdrawDocument withdrawDocument;
    private final Desk desk;

    WalletPages(Wallet wallet, WalletShelf shelf, Addresses addresses, WithdrawDocument withdrawDocument, Desk desk) {
        this.wallet = wallet;
        this.shelf = shelf;
        this.addresses = addresses;
        this.withdrawDocument = withdrawDocument;
        this.desk = desk;
    }

    @GetMapping({"/wallet", "/m/wallet", "/kiosk/wallet"})
    String list(Page page, Actor actor, Model model) {
        return list(page, actor, model, "", List.of());
    }

    private String list(Page page, Actor actor, Model model, String type, List<Problem> problems) {
        model.addAttribute("documents", shelf.list(page, actor, owner(actor)));
        model.addAttribute("issued", shelf.issued(page, actor));
        model.addAttribute("addresses", addresses.listOf(owner(actor)));
        model.addAttribute("types", shelf.types(page));
        model.addAttribute("type", type);
        model.addAttribute("problems", problems);
        return "web/wallet";
    }

    @PostMapping({"/wallet", "/m/wallet"})
    String handIn(Page page, Actor actor, Model model, RedirectAttributes next, @RequestParam(defaultValue = "") String type,
            @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> files) {
        MultipartFile file = files == null ? null : files.stream().filter(f -> !f.isEmpty()).findFirst().orElse(null);
        if (shelf.types(page).stream().noneMatch(choice -> choice.value().equals(type))) {
            return list(page, actor, model, "", List.of(new Problem("type", page.t("web.wallet.no-type"))));
        }
        if (file == null) {
            return list(page, actor, model, type, List.of(new Problem("file", page.t("web.wallet.no-file"))));
        }
        HandedIn outcome = keep(actor, type, file);
        if (outcome instanceof HandedIn.Kept) {
            next.addFlashAttribute(Flash.ATTRIBUTE, Flash.done("web.wallet.kept"));
            return "redirect:" + page.url("/wallet");
        }
        return list(page, actor, model, type, List.of(new Problem("file", WalletShelf.refusal(page, outcome))));
    }

    private HandedIn keep(Actor actor, String type, MultipartFile file) {
        String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        try (InputStream content = file.getInputStream()) {
            return wallet.handIn(actor, owner(actor), type, name, content, null);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @GetMapping({"/wallet/{id}", "/m/wallet/{id}"})
    ResponseEntity<byte[]> open(Actor actor, @PathVariable String id, @RequestParam(defaultValue = "") String save) {
        Wallet.Opened opened = wallet.open(actor, owner(actor), documentId(id), OWN, null).orElseThrow(BrowsePages::missing);
        Document document = opened.document();
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(document.kind().mediaType())).cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, save.isEmpty() ? document.inline() : document.attachment()).body(opened.content());
    }

    @GetMapping({"/wallet/{id}/withdraw", "/m/wallet/{id}/withdraw"})
    String ask(Page page, Actor actor, @PathVariable String id, Model model) {
        Document document = wallet.find(owner(actor), documentId(id)).filter(d -> d.withdrawnAt() == null).orElseThrow(BrowsePages::missing);
        model.addAttribute("confirmation", WalletShelf.withdrawal(page, document, UUID.randomUUID()));
        model.addAttribute("backUrl", page.url("/wallet"));
        return "kit/confirmPage";
    }

    @PostMapping({"/wallet/{id}/withdraw", "/m/wallet/{id}/withdraw"})
    String withdraw(Page page, Actor actor, @PathVariable String id, @RequestParam(defaultValue = "") String key, RedirectAttributes next) {
        var outcome = desk.perform(actor, withdrawDocument, new WithdrawDocument.Request(owner(actor), documentId(id)), Keys.of(key));
        next.addFlashAttribute(Flash.ATTRIBUTE, switch (outcome) {
            case WithdrawDocument.Withdrawn() -> Flash.done("web.wallet.withdrawn");
            case WithdrawDocument.NoSuchDocument() -> Flash.notice("web.wallet.gone");
        });
        return "redirect:" + page.url("/wallet");
    }

    private static DocumentId documentId(String id) {
        return new DocumentId(Keys.find(id).orElseThrow(BrowsePages::missing));
    }

    private static Subject owner(Actor actor) {
        return Residents.of(actor).subject();
    }
}
