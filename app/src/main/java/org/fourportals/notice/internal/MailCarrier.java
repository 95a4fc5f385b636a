package org.fourportals.notice.internal;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.fourportals.base.CityTime;
import org.fourportals.base.Subject;
import org.fourportals.notice.Channel;
import org.fourportals.notice.Choices;
import org.fourportals.notice.NoticeWords;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Mail by SMTP. A letter sent twice carries the same Message-ID, by which mailboxes recognise it. It says no more than that something happened. */
@Component
class MailCarrier implements Carrier {

    private static final Logger LOG = LoggerFactory.getLogger(MailCarrier.class);
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final MailSettings settings;
    private final NoticeWords wording;
    private final Letters letters;
    private final CityTime time;

    MailCarrier(MailSettings settings, NoticeWords wording, Letters letters, CityTime time) {
        this.settings = settings;
        this.wording = wording;
        this.letters = letters;
        this.time = time;
    }

    @Override
    public Channel channel() {
        return Channel.MAIL;
    }

    @Override
    public boolean isSet() {
        return settings.isSet();
    }

    @Override
    public boolean reaches(Subject recipient, Choices choices) {
        return settings.isSet() && !choices.mail().isBlank();
    }

    @Override
    public Answer carry(Letter letter) {
        Session session = Session.getInstance(properties());
        SMTPTransport transport = new SMTPTransport(session, new URLName("smtp", settings.host(), settings.port(), null, null, null));
        try {
            if (settings.user().isBlank()) {
                transport.connect();
            } else {
                transport.connect(settings.user(), settings.password());
            }
            MimeMessage message = write(session, letter);
            transport.sendMessage(message, message.getAllRecipients());
            return new Taken(transport.getLastServerResponse(), null);
        } catch (MessagingException e) {
            Integer code = code(e);
            return code != null && code >= 500 ? new Refused(said(e)) : new Later(said(e));
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        } finally {
            hangUp(transport);
        }
    }

    /** However the line ends, what the server took it has taken. */
    private static void hangUp(SMTPTransport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            LOG.debug("The mail server did not say goodbye", e);
        }
    }

    private MimeMessage write(Session session, Letter letter) throws MessagingException, UnsupportedEncodingException {
        String id = "<" + letter.id() + "@" + settings.from().substring(settings.from().lastIndexOf('@') + 1) + ">";
        MimeMessage message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", id);
            }
        };
        message.setFrom(new InternetAddress(settings.from(), true));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.choices().mail(), true));
        message.setSubject(letter.title(), UTF_8);
        message.setSentDate(Date.from(time.now()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Content-Language", letter.language().tag());
        message.setText(letter.text() + "\n\n" + wording.sentence(letter.language(), "open") + letter.url() + "\n\n-- \n"
                + wording.sentence(letter.language(), "why") + letters.address() + "/notices/settings\n", UTF_8);
        message.saveChanges();
        return message;
    }

    private Properties properties() {
        String millis = Integer.toString(settings.seconds() * 1000);
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", settings.host());
        properties.setProperty("mail.smtp.port", Integer.toString(settings.port()));
        properties.setProperty("mail.smtp.auth", Boolean.toString(!settings.user().isBlank()));
        properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(settings.tls().equals("tls")));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(settings.tls().equals("starttls")));
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(settings.tls().equals("starttls")));
        properties.setProperty("mail.smtp.quitwait", "false");
        properties.setProperty("mail.smtp.connectiontimeout", millis);
        properties.setProperty("mail.smtp.timeout", millis);
        properties.setProperty("mail.smtp.writetimeout", millis);
        return properties;
    }

    /** The server's answer to this letter; null where it gave none, or complained of us and not of the letter. */
    private static @Nullable Integer code(MessagingException fault) {
        for (Exception each = fault; each instanceof MessagingException next; each = next.getNextException()) {
            if (next instanceof SMTPSenderFailedException) {
                return null;
            }
            if (next instanceof SMTPAddressFailedException address) {
                return address.getReturnCode();
            }
            if (next instanceof SMTPSendFailedException whole && whole.getNextException() == null) {
                return whole.getReturnCode();
            }
        }
        return null;
    }

    private static String said(MessagingException fault) {
        StringBuilder said = new StringBuilder();
        for (Exception each = fault; each != null; each = each instanceof MessagingException next ? next.getNextException() : null) {
            said.append(said.isEmpty() ? "" : "; ").append(each.getMessage());
        }
        return said.toString();
    }
}
