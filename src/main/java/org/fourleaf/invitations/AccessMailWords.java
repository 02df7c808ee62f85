package org.fourleaf.invitations;

/** What stands in the mails with a way in, in the agent's language. */
final class AccessMailWords {

    private AccessMailWords() {}

    static String subject(String language, AccessLink.Kind kind, String workspace) {
        boolean invited = kind == AccessLink.Kind.INVITATION;
        return switch (language) {
            case "lt" ->
                invited ? "Kvietimas į " + workspace + " pagalbos tarnybą" : "Naujas slaptažodis: " + workspace;
            case "el" -> invited ? "Πρόσκληση στο γραφείο βοήθειας: " + workspace : "Νέος κωδικός: " + workspace;
            case "zh" -> invited ? "邀请您加入 " + workspace + " 客服台" : workspace + "：设置新密码";
            default -> invited ? "You are invited to the help desk of " + workspace : "A new password for " + workspace;
        };
    }

    static String text(String language, AccessLink.Kind kind, String name, String workspace, String link) {
        boolean invited = kind == AccessLink.Kind.INVITATION;
        String words = switch (language) {
            case "lt" -> invited ? INVITATION_LT : RESET_LT;
            case "el" -> invited ? INVITATION_EL : RESET_EL;
            case "zh" -> invited ? INVITATION_ZH : RESET_ZH;
            default -> invited ? INVITATION_EN : RESET_EN;
        };
        return words.formatted(name, workspace, link);
    }

    private static final String INVITATION_EN = """
            Hello %s,

            you are invited to answer customers in the help desk of %s. Open this link and choose a password:

            %s

            The link works once, within seven days. If you did not expect it, ignore this mail.
            """;

    private static final String RESET_EN = """
            Hello %s,

            somebody asked for a new password for your account in the help desk of %s. If that was you, open this link:

            %s

            The link works once, within two hours, and signs you out everywhere else. If it was not you, ignore this mail: your password
            stays as it is.
            """;

    private static final String INVITATION_LT = """
            Sveiki, %s,

            kviečiame atsakinėti klientams %s pagalbos tarnyboje. Atverkite šią nuorodą ir pasirinkite slaptažodį:

            %s

            Nuoroda veikia vieną kartą, septynias dienas. Jei kvietimo nelaukėte, šio laiško nepaisykite.
            """;

    private static final String RESET_LT = """
            Sveiki, %s,

            kažkas paprašė naujo slaptažodžio jūsų paskyrai %s pagalbos tarnyboje. Jei tai buvote jūs, atverkite šią nuorodą:

            %s

            Nuoroda veikia vieną kartą, dvi valandas, ir visur kitur jus atjungia. Jei tai ne jūs, šio laiško nepaisykite: slaptažodis
            nesikeičia.
            """;

    private static final String INVITATION_EL = """
            Γεια σας, %s,

            προσκληθήκατε να απαντάτε σε πελάτες στο γραφείο βοήθειας %s. Ανοίξτε αυτόν τον σύνδεσμο και επιλέξτε κωδικό:

            %s

            Ο σύνδεσμος λειτουργεί μία φορά, για επτά ημέρες. Αν δεν τον περιμένατε, αγνοήστε αυτό το μήνυμα.
            """;

    private static final String RESET_EL = """
            Γεια σας, %s,

            ζητήθηκε νέος κωδικός για τον λογαριασμό σας στο γραφείο βοήθειας %s. Αν το ζητήσατε εσείς, ανοίξτε αυτόν τον σύνδεσμο:

            %s

            Ο σύνδεσμος λειτουργεί μία φορά, για δύο ώρες, και σας αποσυνδέει παντού αλλού. Αν δεν το ζητήσατε εσείς, αγνοήστε αυτό το
            μήνυμα: ο κωδικός σας μένει ως έχει.
            """;

    private static final String INVITATION_ZH = """
            %s，您好：

            诚邀您在 %s 的客服台答复客户。请打开以下链接并设置密码：

            %s

            链接仅可使用一次，七天内有效。如非您所期待，请忽略此邮件。
            """;

    private static final String RESET_ZH = """
            %s，您好：

            有人为您在 %s 客服台的账户申请了新密码。如果是您本人，请打开以下链接：

            %s

            链接仅可使用一次，两小时内有效，并会使您在其他所有地方退出登录。如果不是您本人，请忽略此邮件：您的密码不会改变。
            """;
}
