package praya.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands letters to a mail server over SMTP. */
final class SmtpCarrier implements Carrier {
  private static final Logger LOG = LoggerFactory.getLogger(SmtpCarrier.class);

  /** A server that does not answer for so long is taken for dead. */
  private static final String TIMEOUT_MILLIS = "10000";

  /** Who sends, in the reader's list of letters. */
  private static final String NAME = "Praya";

  /** Replies that say that we are not let in: nothing is wrong with the letter. */
  private static final Set<Integer> NOT_LET_IN = Set.of(530, 534, 535, 538);

  private final SmtpServer server;
  private final Session session;

  SmtpCarrier(SmtpServer server) {
    this.server = server;
    this.session = Session.getInstance(properties(server));
  }

  private static Properties properties(SmtpServer server) {
    boolean starttls = server.security() == SmtpServer.Security.STARTTLS;
    boolean tls = server.security() == SmtpServer.Security.TLS;
    var properties = new Properties();
    properties.put("mail.smtp.connectiontimeout", TIMEOUT_MILLIS);
    properties.put("mail.smtp.timeout", TIMEOUT_MILLIS);
    properties.put("mail.smtp.writetimeout", TIMEOUT_MILLIS);
    properties.put("mail.smtp.auth", String.valueOf(server.login() != null));
    properties.put("mail.smtp.starttls.enable", String.valueOf(starttls));
    properties.put("mail.smtp.starttls.required", String.valueOf(starttls));
    properties.put("mail.smtp.ssl.enable", String.valueOf(tls));
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    properties.put("mail.smtp.from", server.from().text());
    // Named, so that nothing is looked up in DNS, which can take long.
    properties.put("mail.smtp.localhost", server.from().domain());
    return properties;
  }

  @Override
  public Round begin() throws Undelivered {
    try {
      Transport transport = session.getTransport("smtp");
      SmtpServer.Login login = server.login();
      transport.connect(
          server.host(),
          server.port(),
          login == null ? null : login.user(),
          login == null ? null : login.password());
      return new OverSmtp(transport);
    } catch (AuthenticationFailedException e) {
      throw new Undelivered(Undelivered.Whose.SERVER, "login");
    } catch (MessagingException e) {
      LOG.debug("The mail server cannot be reached", e);
      throw new Undelivered(Undelivered.Whose.SERVER, "unreachable");
    }
  }

  /** One connection to the server. */
  private final class OverSmtp implements Round {
    private final Transport transport;

    OverSmtp(Transport transport) {
      this.transport = transport;
    }

    @Override
    public void deliver(Envelope envelope) throws Undelivered {
      try {
        MimeMessage message = message(envelope);
        transport.sendMessage(message, message.getAllRecipients());
      } catch (MessagingException e) {
        throw undelivered(e);
      }
    }

    @Override
    public void close() {
      try {
        transport.close();
      } catch (MessagingException e) {
        LOG.debug("The mail server had hung up already", e);
      }
    }
  }

  private static Undelivered undelivered(MessagingException e) {
    int code = replyCode(e);
    if (code < 0) {
      return new Undelivered(Undelivered.Whose.SERVER, "interrupted");
    }
    if (NOT_LET_IN.contains(code)) {
      return new Undelivered(Undelivered.Whose.SERVER, "login " + code);
    }
    // 421 says that the server is about to hang up.
    if (code == 421) {
      return new Undelivered(Undelivered.Whose.SERVER, "deferred 421");
    }
    return code >= 500
        ? new Undelivered(Undelivered.Whose.LETTER_FOR_GOOD, "refused " + code)
        : new Undelivered(Undelivered.Whose.LETTER, "deferred " + code);
  }

  /** The server's answer, from whatever it was said to; -1 when it said nothing. */
  private static int replyCode(MessagingException failure) {
    for (Exception e = failure; e != null; e = next(e)) {
      int code =
          switch (e) {
            case SMTPAddressFailedException address -> address.getReturnCode();
            case SMTPSenderFailedException sender -> sender.getReturnCode();
            case SMTPSendFailedException send -> send.getReturnCode();
            default -> -1;
          };
      if (code >= 400 && code <= 599) {
        return code;
      }
    }
    return -1;
  }

  private static @Nullable Exception next(Exception e) {
    return e instanceof MessagingException failure ? failure.getNextException() : null;
  }

  /**
   * Addresses and subject hold no line break, by {@link praya.domain.MailAddress} and {@link
   * LetterText}; everything else in the head is ours.
   */
  private MimeMessage message(Envelope envelope) throws MessagingException {
    LetterText letter = envelope.letter();
    var message = new NamedMessage(session, messageId(envelope));
    message.setFrom(from());
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(envelope.to().text()));
    message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
    message.setSentDate(Date.from(envelope.at()));
    message.setContentLanguage(new String[] {envelope.language().tag()});
    // RFC 3834: nobody is there, so holiday replies must not come back.
    message.setHeader("Auto-Submitted", "auto-generated");
    String stop = letter.stop();
    if (stop != null) {
      // RFC 8058: programs for mail show a button of their own and post to the address.
      message.setHeader("List-Unsubscribe", "<" + stop + ">");
      message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
    var parts = new MimeMultipart("alternative");
    parts.addBodyPart(part(letter.text(), "plain", envelope));
    parts.addBodyPart(part(letter.html(), "html", envelope));
    message.setContent(parts);
    message.saveChanges();
    return message;
  }

  private static MimeBodyPart part(String text, String subtype, Envelope envelope)
      throws MessagingException {
    var part = new MimeBodyPart();
    part.setText(text, StandardCharsets.UTF_8.name(), subtype);
    part.setContentLanguage(new String[] {envelope.language().tag()});
    return part;
  }

  private InternetAddress from() {
    try {
      return new InternetAddress(server.from().text(), NAME, StandardCharsets.UTF_8.name());
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException("Every Java platform has UTF-8", e);
    }
  }

  private String messageId(Envelope envelope) {
    return "<" + envelope.id() + "@" + server.from().domain() + ">";
  }

  /** A message that keeps the Message-ID it is given. */
  private static final class NamedMessage extends MimeMessage {
    private final String id;

    NamedMessage(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
