package org.fourleaf.mailreading;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words by which mail programs introduce what they quote, in the languages they speak. */
final class QuoteWords {

    /** The headers that mail programs copy above a quoted mail. */
    enum Label {
        FROM,
        DATE,
        TO,
        SUBJECT,
        OTHER
    }

    private static final Map<String, Label> LABELS = new HashMap<>();
    private static final int LABEL_CHARS_MAX = 30;
    private static final int VERB_CHARS_MAX = 40;
    private static final int NOTE_CHARS_MAX = 300;

    static {
        label(
                Label.FROM,
                "from|von|de|da|van|od|fra|från|lähettäjä|feladó|от|от кого|від|kimden|gönderen|nuo|no|saatja|από|发件人|寄件者"
                        + "|寄件人|差出人|送信者|보낸 사람|보낸사람|发自|发信人|من|מאת|expéditeur|remitente|mittente|afsender|avsender|avsändare|nadawca|odosielateľ"
                        + "|odesílatel|de la|remetente|отправитель|відправник|siuntėjas|sūtītājs|afzender|absender|pošiljatelj|frå|از|จาก|từ|dari"
                        + "|kellelt|εκ|αποστολέας|発信者|od koga|de part de|nga");
        label(
                Label.DATE,
                "sent|date|gesendet|datum|envoyé|envoyé le|enviado|enviado el|enviado em|enviada em|enviada|fecha|data|inviato|verzonden"
                        + "|wysłano|wysłane|skickat|sendt|dato|lähetetty|päivämäärä|pvm|odesláno|odoslané|отправлено|дата|надіслано"
                        + "|gönderildi|gönderme tarihi|tarih|išsiųsta|nosūtīts|datums|saadetud|kuupäev|στάλθηκε|ημερομηνία|发送时间|发送日期|日期"
                        + "|傳送時間|寄件日期|寄件時間|送信日時|日付|日時|보낸 날짜|보낸날짜|날짜|elküldve|dátum|küldve|sent on|sent at|trimis|poslano|poslané|отослано"
                        + "|le|תאריך|נשלח|تاريخ الإرسال|التاريخ|gesendet am|inviato il|skickad|tanggal|ngày|date et heure|date/heure|data e hora"
                        + "|fecha y hora|дата и время|sendt den|message du|message from|дата отправки|data wysłania|时间|發送時間");
        label(
                Label.TO,
                "to|an|à|para|a|aan|do|til|till|vastaanottaja|címzett|кому|kime|alıcı|kam|kellele|saaja|adresatas|προς|收件人|收件者"
                        + "|宛先|받는 사람|받는사람|komu|pre|destinataire|destinatario|destinatário|empfänger|mottaker|modtager|mottagare|către|za|do wiadomości|אל"
                        + "|إلى|получатель|отримувач|gavėjas|saņēmējs|ontvanger|odbiorca|příjemce|kepada|ถึง|đến|pour|παραλήπτης|送り先");
        label(
                Label.SUBJECT,
                "subject|betreff|objet|asunto|oggetto|onderwerp|temat|ämne|emne|aihe|předmět|predmet|tárgy|тема|konu|tema|dalykas"
                        + "|temats|teema|θέμα|主题|主旨|件名|제목|assunto|betr|sujet|subiect|naslov|zadeva|נושא|الموضوع|sujeto|主題|perihal|chủ đề|เรื่อง|emnet");
        label(
                Label.OTHER,
                "cc|bcc|cci|kopie|kopi|kopia|copie à|copie|cópia|copia|копия|копія|kopio|másolat|bilgi|抄送|副本|참조|kopija|koopia|κοιν"
                        + "|κοινοποίηση|reply-to|reply to|antwort an|importance|priority|wichtigkeit|importancia|importance|attachments|anlagen|pièces jointes"
                        + "|allegati|bijlagen|załączniki|bilagor|vedlegg|вложения|ekler|priedai|附件|添付ファイル|첨부|répondre à|organization|newsgroups"
                        + "|message-id|resent-from|sender|prioriteit|priorité|priorità|důležitost|ważność|cc:n|mailed-by|reply-to:|kópia|důvěrnost|sensitivity");
    }

    /** Verbs at the end of "On … wrote:". */
    private static final List<String> WROTE = List.of(
            ("wrote|writes|said|schrieb|geschrieben|schrieb folgendes|écrit|escribió|escribio|ha escrito|escreveu|va escriure|ha scritto|scrive|scritto|scritto quanto segue"
                            + "|"
                            + "napisał|napisał(a)|napisała|napisał/a|pisze|skrev|følgende|schreef|volgende geschreven|kirjoitti|kirjoitti seuraavaa|napsal|napsal(a)|napsala|napísal|napísal(a)|napísala"
                            + "|"
                            + "írta|írta a következőt|следующее|написал|написал(а)|написала|пишет|писал|писал(а)|писала|пише|писав|написав|написав(-ла)|написала|написав(ла)|yazdı|şunu yazdı|şunları yazdı|tarihinde yazdı"
                            + "|"
                            + "rašė|parašė|rašo|rakstīja|rakstījis|raksta|kirjutas|kirjutas järgmist|έγραψε|έγραψαν|γράφει|写道|寫道|のメール|のメッセージ|書きました|はこう書きました|作成|작성|작성했습니다|님이 작성|썼습니다"
                            + "|"
                            + "đã viết|menulis|tulis|a scris|scrisese|napisao|napisao je|je napisao|je napisala|napisala je|piše|escrigué|ha escrit|skrifaði|כתב|כתבה|כתב/ה|כתב:ה|كتب|كتبت|نوشت|เขียนว่า|wrote the following")
                    .split("\\|", -1));

    /** How "On … wrote:" begins. */
    private static final Pattern ON = Pattern.compile(
            "(?:on|am|le|el|il|em|w dniu|dnia|den|op|på|pada|vào|v|na|dne|dňa|на|в|во|el dia|el día|στις|την|dana|pe|en|ve|tir|ons|tor|tors|man|mån|tis|fre|lør"
                    + "|lör|søn|sön|quoting|citeren|zitat von|citát|ב|في)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern DATE = Pattern.compile(
            "(?:19|20)\\d\\d|\\d{1,4}[-/.] ?\\d{1,2}[-/.] ?\\d{1,4}|\\d{1,2}[:.h] ?\\d{2}(?!\\d)|\\d{1,2}月|\\d{1,2}월");
    private static final Pattern NAME_AND_ADDRESS =
            Pattern.compile("[^<>:]{0,60}<[^<>@ ]{1,64}@[^<>@ ]{1,200}>[^<>:]{1,30}[:：]");
    private static final Pattern BRACKETED_ADDRESS =
            Pattern.compile("[<(](?:mailto:)?[^<>()@ ]{1,64}@[^<>()@ ]{1,200}[>)] ?[:：]");
    private static final Pattern TIME = Pattern.compile("(?<!\\d)\\d{1,2} ?[:.h時点시] ?\\d{2}(?![\\d.])");
    /** Verbs that stand before the name. */
    private static final Pattern SAYS_WROTE = Pattern.compile(
            ".*[ ](?:schrieb|schreef|skrev|kirjoitti|escribió|écrivait|napisał|написал|rašė|rakstīja|kirjutas|yazdı)[ ].{1,80}",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>:;,(\\[]{1,100}@[^\\s@<>:;,)\\]]{1,200}");
    private static final Pattern DIVIDER = Pattern.compile("[-_=*~–—]{5,}|[_]{3,}");
    private static final Pattern TITLED_DIVIDER =
            Pattern.compile("[-_=*~–—+#]{2,}\\s?[^-_=*~].{1,80}?[-_=*~–—+#]{2,}:?|[-_–—]{3,} ?\\p{L}.{1,60}");

    private static final List<String> ORIGINAL = List.of(
            "original message",
            "original email",
            "original mail",
            "original appointment",
            "ursprüngliche nachricht",
            "originalnachricht",
            "ursprüngliche mail",
            "urspr. nachricht",
            "message d'origine",
            "message d’origine",
            "message original",
            "message initial",
            "mensaje original",
            "correo original",
            "messaggio originale",
            "messaggio original",
            "oorspronkelijk bericht",
            "origineel bericht",
            "wiadomość oryginalna",
            "oryginalna wiadomość",
            "treść oryginalnej wiadomości",
            "pierwotna wiadomość",
            "ursprungligt meddelande",
            "originalmeddelande",
            "opprinnelig melding",
            "original melding",
            "oprindelig meddelelse",
            "original meddelelse",
            "alkuperäinen viesti",
            "původní zpráva",
            "pôvodná správa",
            "исходное сообщение",
            "оригинальное сообщение",
            "исходное письмо",
            "початкове повідомлення",
            "оригінальне повідомлення",
            "вихідне повідомлення",
            "orijinal ileti",
            "orijinal mesaj",
            "özgün ileti",
            "özgün mesaj",
            "mensagem original",
            "原始邮件",
            "原始郵件",
            "原邮件",
            "元のメッセージ",
            "original message",
            "원본 메시지",
            "원본 메일",
            "eredeti üzenet",
            "pradinis laiškas",
            "originalus laiškas",
            "originali žinutė",
            "pradinė žinutė",
            "sākotnējais ziņojums",
            "sākotnējā ziņa",
            "oriģinālais ziņojums",
            "algne kiri",
            "algkiri",
            "algne sõnum",
            "αρχικό μήνυμα",
            "mesaj original",
            "mesajul original",
            "izvorna poruka",
            "originalna poruka",
            "izvirno sporočilo",
            "מקורית",
            "الرسالة الأصلية",
            "reply message",
            "antwort auf");

    private static final List<String> FORWARDED = List.of(
            "forwarded message",
            "forwarded by",
            "forwarded mail",
            "begin forwarded",
            "weitergeleitete nachricht",
            "weitergeleitet von",
            "anfang der weitergeleiteten",
            "message transféré",
            "message transmis",
            "début du message",
            "mensaje reenviado",
            "inicio del mensaje reenviado",
            "messaggio inoltrato",
            "inizio messaggio inoltrato",
            "doorgestuurd bericht",
            "begin doorgestuurd",
            "wiadomość przekazana",
            "przekazana wiadomość",
            "przesłana wiadomość",
            "wiadomość napisana",
            "vidarebefordrat",
            "vidarebefordrade",
            "videresendt",
            "välitetty viesti",
            "välitetään viesti",
            "přeposlaná zpráva",
            "přeposlaný",
            "preposlaná správa",
            "preposlaný",
            "пересылаемое сообщение",
            "пересланное сообщение",
            "перенаправленное сообщение",
            "переслане повідомлення",
            "iletilmiş",
            "iletilen",
            "yönlendirilmiş",
            "mensagem encaminhada",
            "mensagem reencaminhada",
            "início da mensagem",
            "转发的邮件",
            "转发邮件",
            "轉寄",
            "転送",
            "전달된 메시지",
            "전달 된",
            "továbbított",
            "persiųstas",
            "persiunčiamas",
            "pārsūtītais",
            "pārsūtītā",
            "edastatud",
            "προωθημένο",
            "mesaj redirecționat",
            "forwarded");

    private static final List<String> REPLY_ABOVE = List.of(
            "reply above this line",
            "type your reply above",
            "write above this line",
            "reply above the line",
            "answer above this line",
            "bitte antworten sie oberhalb",
            "antwort oberhalb dieser linie",
            "répondez au-dessus de cette ligne",
            "répondre au-dessus de cette ligne",
            "responda por encima de esta línea",
            "escriba su respuesta por encima",
            "rašykite atsakymą virš šios",
            "atsakykite virš šios");

    private static final Pattern SENT_FROM = Pattern.compile(
            "(?:sent from my [^.,:;!?]{1,60}|sent from (?:an? )?(?:[\\w'-]+ ){0,3}(?:iphone|ipad|ipod|android|blackberry|samsung|galaxy|huawei|xiaomi|nokia|sony|lg|htc|motorola|oneplus|pixel|phone|mobile|tablet|smartphone"
                    + "|handheld|wireless|device|windows phone|mobile device|cell|watch|playbook|droid)\\b.{0,80}"
                    + "|sent from (?:mail|yahoo|outlook|aol|gmail|proton|protonmail|fastmail|nine|bluemail|spark|airmail|mailbird|superhuman|newton|edison|the all new aol|myMail|tutanota|zoho|canary|hey|windows mail|postbox|android)\\b.{0,80}"
                    + "|sent (?:via|with|using) .{1,80}|get outlook for .{1,60}|sent by .{0,20}(?:mobile|phone).{0,40}"
                    + "|(?:von meinem|gesendet von|gesendet mit|von unterwegs|diese nachricht wurde von).{0,80}"
                    + "|(?:envoyé|envoyée) (?:de|depuis|à partir|avec|du) .{1,80}|(?:télécharger|obtenir|obtenez) outlook .{1,60}"
                    + "|enviado (?:desde|do|de|a partir|por|con) .{1,80}|(?:inviato|spedito) (?:da|dal|dall|con).{1,80}"
                    + "|(?:verstuurd|verzonden|outlook voor).{1,80}|wysłane (?:z|za).{1,80}|wysłano (?:z|za) .{1,80}|skickat från.{1,80}|sendt fra.{1,80}|sendt frå.{1,80}"
                    + "|lähetetty .{0,30}(?:stä|sta|lla|puhelimesta).{0,40}|odesláno z.{1,80}|odoslané z.{1,80}|отправлено (?:с|из) .{1,80}|надіслано (?:з|із) .{1,80}"
                    + "|(?:iphone|ipad|samsung|android).{0,30}(?:imdan|ımdan|gönderildi|から送信|에서 보냄|发送).{0,40}|išsiųsta iš.{1,80}|nosūtīts no.{1,80}|saadetud minu.{1,80}|saadetud .{1,40}"
                    + "|στάλθηκε από.{1,80}|发自我的.{1,40}|從我的.{1,40}傳送|.{0,30}から送信|나의 .{1,40}에서 보냄|elküldve .{1,80}|küldve .{1,60}|trimis de pe.{1,60})",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private QuoteWords() {}

    private static void label(Label label, String names) {
        for (String name : names.split("\\|", -1)) {
            LABELS.putIfAbsent(name, label);
        }
    }

    /** The label a line begins with, as in "From: …", or null. */
    static @Nullable Label labelOf(String words) {
        int colon = words.indexOf(':');
        int wide = words.indexOf('：');
        int end = colon < 0 ? wide : wide < 0 ? colon : Math.min(colon, wide);
        if (end <= 0 || end > LABEL_CHARS_MAX) {
            return null;
        }
        String name = words.substring(0, end)
                .replace("*", "")
                .replace("_", "")
                .replace("|", "")
                .strip()
                .toLowerCase(Locale.ROOT);
        return LABELS.get(name);
    }

    static boolean hasDate(String words) {
        return DATE.matcher(words).find();
    }

    /** {@code Somebody <a@b> wrote:}, which nobody types. */
    static boolean isNameAndAddress(String words) {
        return NAME_AND_ADDRESS.matcher(words).matches();
    }

    /** {@code … Somebody <a@b>:}, as in languages that put the verb first or leave it out. */
    static boolean endsWithBracketedAddress(String words) {
        int open = Math.max(words.lastIndexOf('<'), words.lastIndexOf('('));
        return open > 0 && BRACKETED_ADDRESS.matcher(words.substring(open)).matches();
    }

    static boolean hasTime(String words) {
        return TIME.matcher(words).find();
    }

    static boolean saysWrote(String words) {
        return SAYS_WROTE.matcher(words).matches();
    }

    static boolean hasAddress(String words) {
        return words.indexOf('@') >= 0 && ADDRESS.matcher(words).find();
    }

    static boolean endsWithWrote(String words) {
        int end = words.length();
        while (end > 0 && " .:：*…".indexOf(words.charAt(end - 1)) >= 0) {
            end--;
        }
        String tail = words.substring(Math.max(0, end - VERB_CHARS_MAX), end).toLowerCase(Locale.ROOT);
        for (String verb : WROTE) {
            if (tail.endsWith(verb)) {
                return true;
            }
        }
        return false;
    }

    static boolean beginsWithOn(String words) {
        return ON.matcher(words).matches();
    }

    static boolean endsWithColon(String words) {
        return words.endsWith(":") || words.endsWith("：") || words.endsWith(":*");
    }

    static boolean isDivider(String words) {
        return DIVIDER.matcher(words).matches();
    }

    static boolean isOriginalDivider(String words) {
        return TITLED_DIVIDER.matcher(words).matches() && containsAny(words, ORIGINAL);
    }

    static boolean isForwardMark(String words) {
        boolean framed = TITLED_DIVIDER.matcher(words).matches();
        return (framed || endsWithColon(words)) && words.length() < 120 && containsAny(words, FORWARDED);
    }

    static boolean isReplyAbove(String words) {
        return words.length() < NOTE_CHARS_MAX && containsAny(words, REPLY_ABOVE);
    }

    static boolean isSentFrom(String words) {
        return words.length() < 160
                && SENT_FROM.matcher(words.replaceFirst("^[-–—*_]+ ?", "")).matches();
    }

    private static boolean containsAny(String words, List<String> phrases) {
        String lower = words.toLowerCase(Locale.ROOT);
        for (String phrase : phrases) {
            if (lower.contains(phrase)) {
                return true;
            }
        }
        return false;
    }
}
