package org.fourleaf.notifications;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words of the mail about unread notifications, in the agent's language. */
final class NoticeWords {

    private NoticeWords() {}

    static String subject(String language, List<NoticeStore.Notice> notices) {
        NoticeStore.Notice newest = notices.getLast();
        String first = newest.amount() == null
                ? what(language, newest.kind()) + ": " + newest.code() + " " + newest.subject()
                : what(language, newest.kind()) + " (" + newest.amount() + ")";
        return notices.size() == 1 ? first : first + " (+" + (notices.size() - 1) + ")";
    }

    /** @param origin where browsers find the desk; none when nobody knows, then the codes must do */
    static String text(String language, List<NoticeStore.Notice> notices, @Nullable String origin) {
        String lines =
                notices.stream().map(notice -> line(language, notice, origin)).collect(Collectors.joining("\n"));
        return lines + "\n" + why(language) + "\n";
    }

    private static String line(String language, NoticeStore.Notice notice, @Nullable String origin) {
        boolean many = notice.amount() != null;
        String about = many ? "" : "  " + notice.code() + "  " + notice.subject() + "\n";
        String way = many ? "/tickets?view=mine" : way(notice);
        return what(language, notice.kind()) + (many ? " (" + notice.amount() + ")" : "") + "\n" + about
                + (origin == null ? "" : "  " + origin + way + "\n");
    }

    private static String way(NoticeStore.Notice notice) {
        return switch (notice.kind()) {
            case RULE_BROKE -> "/settings/rules";
            case TEAM_OVERLOADED -> "/settings/workload";
            case BADGE_WON, BADGE_LOST, LEVEL_REACHED -> "/game";
            case KUDOS_RECEIVED -> "/game/kudos";
            case QUEST_COMPLETED, QUEST_UNDONE -> "/game/quests";
            case ORDER_PLACED, ORDER_CHANGED -> "/game/shop";
            case CONTEST_OPENED, CONTEST_WON -> "/game/contests";
            case WALL_COMMENTED -> "/game/wall";
            case COACHED, COACHING_ANSWERED, GOAL_SET, PRAISED -> "/game/coaching";
            default -> "/tickets/" + notice.code();
        };
    }

    private static String what(String language, NotificationKind kind) {
        return switch (language) {
            case "lt" ->
                switch (kind) {
                    case MENTIONED -> "Jus paminėjo pastaboje";
                    case ASSIGNED -> "Jums paskirta užklausa";
                    case CUSTOMER_ANSWERED -> "Klientas parašė jūsų užklausoje";
                    case NOT_DELIVERED -> "Jūsų atsakymas nepristatytas";
                    case WOKE -> "Atidėta užklausa vėl laukia";
                    case NOTED -> "Nauja pastaba jūsų užklausoje";
                    case INHERITED -> "Jums perduotos išėjusio kolegos užklausos";
                    case RULE_NOTICED -> "Taisyklė prašo pažvelgti";
                    case RULE_BROKE -> "Taisyklė neveikia";
                    case RATED -> "Klientas įvertino jūsų atsakymą";
                    case TEAM_OVERLOADED -> "Jūsų komanda viršija savo ribas";
                    case BADGE_WON -> "Gavote ženkliuką";
                    case BADGE_LOST -> "Ženkliukas iškeliavo pas kolegą; ačiū, kad jį turėjote";
                    case LEVEL_REACHED -> "Pasiekėte naują lygį";
                    case KUDOS_RECEIVED -> "Kolega jums padėkojo";
                    case QUEST_COMPLETED -> "Įvykdėte užduotį";
                    case QUEST_UNDONE -> "Jūsų įvykdyta užduotis nebegalioja";
                    case ORDER_PLACED -> "Apdovanojimų parduotuvėje laukia užsakymas";
                    case ORDER_CHANGED -> "Jūsų užsakymas pajudėjo";
                    case CONTEST_OPENED -> "Prasidėjo konkursas, kuriame dalyvaujate";
                    case CONTEST_WON -> "Laimėjote prizą konkurse";
                    case WALL_COMMENTED -> "Kolega pakomentavo jūsų laimėjimą";
                    case COACHED -> "Jums parašė vadovas";
                    case COACHING_ANSWERED -> "Atsakymas į ugdymo pastabą";
                    case GOAL_SET -> "Jums iškeltas naujas tikslas";
                    case PRAISED -> "Jus pagyrė vadovas";
                };
            case "el" ->
                switch (kind) {
                    case MENTIONED -> "Αναφερθήκατε σε σημείωση";
                    case ASSIGNED -> "Σας ανατέθηκε αίτημα";
                    case CUSTOMER_ANSWERED -> "Ο πελάτης έγραψε σε αίτημά σας";
                    case NOT_DELIVERED -> "Η απάντησή σας δεν παραδόθηκε";
                    case WOKE -> "Αίτημα σε αναβολή περιμένει ξανά";
                    case NOTED -> "Νέα σημείωση σε αίτημά σας";
                    case INHERITED -> "Σας παραδόθηκαν τα αιτήματα συναδέλφου που έφυγε";
                    case RULE_NOTICED -> "Ένας κανόνας ζητά την προσοχή σας";
                    case RULE_BROKE -> "Ένας κανόνας δεν λειτουργεί";
                    case RATED -> "Ένας πελάτης αξιολόγησε απάντησή σας";
                    case TEAM_OVERLOADED -> "Η ομάδα σας ξεπέρασε το όριό της";
                    case BADGE_WON -> "Πήρατε ένα έμβλημα";
                    case BADGE_LOST -> "Το έμβλημα πήγε σε συνάδελφο· ευχαριστούμε που το είχατε";
                    case LEVEL_REACHED -> "Φτάσατε σε νέο επίπεδο";
                    case KUDOS_RECEIVED -> "Ένας συνάδελφος σας ευχαρίστησε";
                    case QUEST_COMPLETED -> "Ολοκληρώσατε μια αποστολή";
                    case QUEST_UNDONE -> "Μια αποστολή που ολοκληρώσατε δεν ισχύει πια";
                    case ORDER_PLACED -> "Μια παραγγελία περιμένει στο κατάστημα ανταμοιβών";
                    case ORDER_CHANGED -> "Νέα για την παραγγελία σας";
                    case CONTEST_OPENED -> "Άρχισε ένας διαγωνισμός όπου συμμετέχετε";
                    case CONTEST_WON -> "Κερδίσατε έπαθλο σε διαγωνισμό";
                    case WALL_COMMENTED -> "Ένας συνάδελφος σχολίασε την επιτυχία σας";
                    case COACHED -> "Σας έγραψε ο υπεύθυνός σας";
                    case COACHING_ANSWERED -> "Απάντηση σε σημείωμα καθοδήγησης";
                    case GOAL_SET -> "Ορίστηκε νέος στόχος για εσάς";
                    case PRAISED -> "Σας επαίνεσε ο υπεύθυνός σας";
                };
            case "zh" ->
                switch (kind) {
                    case MENTIONED -> "有人在备注中提到了您";
                    case ASSIGNED -> "有工单分配给您";
                    case CUSTOMER_ANSWERED -> "客户回复了您的工单";
                    case NOT_DELIVERED -> "您的回复未能送达";
                    case WOKE -> "推迟的工单已恢复";
                    case NOTED -> "您的工单有新备注";
                    case INHERITED -> "离任同事的工单已移交给您";
                    case RULE_NOTICED -> "规则提醒您查看";
                    case RULE_BROKE -> "规则无法运行";
                    case RATED -> "客户评价了您的答复";
                    case TEAM_OVERLOADED -> "您的团队已超出负荷";
                    case BADGE_WON -> "您获得了徽章";
                    case BADGE_LOST -> "徽章已转到同事手中，感谢您曾经持有";
                    case LEVEL_REACHED -> "您达到了新等级";
                    case KUDOS_RECEIVED -> "同事向您致谢";
                    case QUEST_COMPLETED -> "您完成了一项任务";
                    case QUEST_UNDONE -> "您完成的一项任务不再算数";
                    case ORDER_PLACED -> "奖励商店有订单等待处理";
                    case ORDER_CHANGED -> "您的订单有新进展";
                    case CONTEST_OPENED -> "您参加的竞赛已开始";
                    case CONTEST_WON -> "您在竞赛中获奖";
                    case WALL_COMMENTED -> "同事评论了您的成就";
                    case COACHED -> "主管给您写了辅导记录";
                    case COACHING_ANSWERED -> "辅导记录有新回复";
                    case GOAL_SET -> "为您设定了新目标";
                    case PRAISED -> "主管表扬了您";
                };
            default ->
                switch (kind) {
                    case MENTIONED -> "You were mentioned in a note";
                    case ASSIGNED -> "A ticket was assigned to you";
                    case CUSTOMER_ANSWERED -> "The customer wrote in a ticket of yours";
                    case NOT_DELIVERED -> "Your answer could not be delivered";
                    case WOKE -> "A postponed ticket of yours is back";
                    case NOTED -> "A new note in a ticket of yours";
                    case INHERITED -> "The tickets of a colleague who left are yours now";
                    case RULE_NOTICED -> "A rule asks you to look";
                    case RULE_BROKE -> "A rule does not work";
                    case RATED -> "A customer rated an answer of yours";
                    case TEAM_OVERLOADED -> "Your team is over its limit";
                    case BADGE_WON -> "A badge is yours";
                    case BADGE_LOST -> "The badge went on to a colleague; thank you for having held it";
                    case LEVEL_REACHED -> "You reached a new level";
                    case KUDOS_RECEIVED -> "A colleague thanked you";
                    case QUEST_COMPLETED -> "You completed a quest";
                    case QUEST_UNDONE -> "A quest you completed no longer counts";
                    case ORDER_PLACED -> "An order waits in the reward shop";
                    case ORDER_CHANGED -> "News of your order";
                    case CONTEST_OPENED -> "A contest you take part in has begun";
                    case CONTEST_WON -> "You won a prize in a contest";
                    case WALL_COMMENTED -> "A colleague commented on what you won";
                    case COACHED -> "Your lead wrote to you";
                    case COACHING_ANSWERED -> "An answer to a coaching note";
                    case GOAL_SET -> "A new goal was set for you";
                    case PRAISED -> "Your lead praised you";
                };
        };
    }

    private static String why(String language) {
        return switch (language) {
            case "lt" -> "Šį laišką gavote, nes pranešimų neperskaitėte Fourleaf. Tai keičiama prie „Mano paskyra“.";
            case "el" ->
                "Λάβατε αυτό το μήνυμα επειδή δεν διαβάσατε τις ειδοποιήσεις στο Fourleaf. Αλλάζει στο «Ο λογαριασμός μου».";
            case "zh" -> "您收到此邮件是因为这些通知在 Fourleaf 中未读。可在“我的账户”中更改。";
            default -> "You get this because you have not read it in Fourleaf. Change that under My account.";
        };
    }
}
