package org.fourportals.portal.web;

import java.util.List;

import org.fourportals.base.Actor;
import org.fourportals.base.Portal;
import org.fourportals.base.Role;
import org.fourportals.desk.Desk;
import org.fourportals.identity.MayCall;
import org.fourportals.notice.Channel;
import org.fourportals.notice.Choices;
import org.fourportals.notice.ChooseChannels;
import org.fourportals.notice.OwnChoices;
import org.fourportals.portal.Flash;
import org.fourportals.portal.Page;
import org.fourportals.portal.kit.Choice;
import org.fourportals.portal.kit.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a resident says by which channels and in which language she wants to be told, beside her inbox. */
@Controller
@RequestMapping({"/notices/settings", "/m/notices/settings"})
@MayCall(Role.RESIDENT)
final class NoticeSettingsPage {

    private final OwnChoices own;
    private final ChooseChannels chooseChannels;
    private final Desk desk;

    NoticeSettingsPage(OwnChoices own, ChooseChannels chooseChannels, Desk desk) {
        this.own = own;
        this.chooseChannels = chooseChannels;
        this.desk = desk;
    }

    @GetMapping
    String show(Page page, Actor actor, Model model) {
        Choices chosen = own.find(Residents.of(actor).subject()).orElse(new Choices(page.language(), List.of(), "", ""));
        return form(page, model, ChannelForm.of(chosen), List.of());
    }

    @PostMapping
    String choose(Page page, Actor actor, Model model, @RequestParam MultiValueMap<String, String> typed, RedirectAttributes next) {
        ChannelForm form = ChannelForm.of(typed);
        return switch (desk.perform(actor, chooseChannels, form.request())) {
            case ChooseChannels.Chosen _ -> {
                next.addFlashAttribute(Flash.ATTRIBUTE, Flash.done("notice.settings.kept"));
                yield "redirect:" + page.url("/notices");
            }
            case ChooseChannels.WrongMail() -> form(page, model, form, List.of(new Problem("mail", page.t("notice.settings.wrong-mail"))));
            case ChooseChannels.WrongPhone() -> form(page, model, form, List.of(new Problem("phone", page.t("notice.settings.wrong-phone"))));
            case ChooseChannels.AddressNeeded(Channel channel) -> form(page, model, form, List.of(channel == Channel.MAIL
                    ? new Problem("mail", page.t("notice.settings.no-mail")) : new Problem("phone", page.t("notice.settings.no-phone"))));
        };
    }

    private String form(Page page, Model model, ChannelForm form, List<Problem> problems) {
        List<Channel> offered = own.offered();
        List<Choice> channels = offered.stream().map(channel -> Choice.of(channel.name(), page.t("notice.channel." + channel.key()))
                .hint(page.t("notice.channel." + channel.key() + ".hint"))).toList();
        model.addAttribute("channels", channels);
        model.addAttribute("pushKey", page.at(Portal.MOBILE) && offered.contains(Channel.PUSH) ? own.pushKey() : null);
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        return "web/noticeSettings";
    }
}
