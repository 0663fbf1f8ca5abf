"""Words for days in English, German, Spanish, French and Portuguese, as ``flat`` spells them."""

from __future__ import annotations

WEEKDAYS = {
    word: number
    for number, words in enumerate(
        (
            "monday montag lunes lundi segunda",
            "tuesday dienstag martes mardi terca",
            "wednesday mittwoch miercoles mercredi quarta",
            "thursday donnerstag jueves jeudi quinta",
            "friday freitag viernes vendredi sexta",
            "saturday samstag sonnabend sabado samedi",
            "sunday sonntag domingo dimanche",
        )
    )
    for word in words.split()
}
SHORT_WEEKDAYS = {
    "tue": 1,
    "tues": 1,
    "thu": 3,
    "thur": 3,
    "thurs": 3,
    "fri": 4,
    "mon": 0,
    "wed": 2,
    "sat": 5,
    "sun": 6,
    "weds": 2,
}
GERMAN_WEEKDAYS = {"mo": 0, "di": 1, "mi": 2, "do": 3, "fr": 4, "sa": 5, "so": 6}
# Ordinals too: they are days only after a word that says so.
COUNTED_WEEKDAYS = ("segunda", "terca", "quarta", "quinta", "sexta")

MONTHS = {
    word: number
    for number, words in enumerate(
        (
            "january jan januar janner jaenner enero ene janvier janv janeiro",
            "february feb februar feber febrero fevrier fevr fevereiro fev",
            "march mar marz maerz mrz marzo mars marco",
            "april apr abril abr avril avr",
            "may mai mayo maio",
            "june jun juni junio juin junho",
            "july jul juli julio juillet juil julho",
            "august aug agosto ago aout",
            "september sept sep septiembre setiembre septembre setembro set",
            "october oct oktober okt octubre octobre outubro out",
            "november nov noviembre novembre novembro",
            "december dec dezember dez diciembre dic decembre dezembro",
        ),
        start=1,
    )
    for word in words.split()
}
# Long enough to be a month without a day beside them.
LONG_MONTHS = [word for word in MONTHS if len(word) > 4] + [
    "may",
    "mai",
    "mayo",
    "maio",
    "june",
    "juni",
    "juin",
    "july",
    "juli",
    "mars",
    "marz",
    "aout",
]

NUMBERS = {
    word: number
    for number, words in enumerate(
        (
            "one a an ein eine einem einen einer un una uno une um uma",
            "two zwei dos deux dois duas",
            "three drei tres trois",
            "four vier cuatro quatre quatro",
            "five funf fuenf cinco cinq",
            "six sechs seis",
            "seven sieben siete sept sete",
            "eight acht ocho huit oito",
            "nine neun nueve neuf nove",
            "ten zehn diez dix dez",
            "eleven elf once onze",
            "twelve zwolf zwoelf doce douze doze",
        ),
        start=1,
    )
    for word in words.split()
} | {
    "fourteen": 14,
    "fifteen": 15,
    "vierzehn": 14,
    "quince": 15,
    "quinze": 15,
    "twenty": 20,
    "thirty": 30,
    "treinta": 30,
    "trinta": 30,
    "trente": 30,
}

# 'the fifteenth of April'.
_ONES = "first second third fourth fifth sixth seventh eighth ninth".split()
_TEENS = "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split()
ORDINALS = {
    **{word: number for number, word in enumerate([*_ONES, *_TEENS, "twentieth"], start=1)},
    **{f"twenty{mark}{word}": number for number, word in enumerate(_ONES, start=21) for mark in "-_"},
    **{"thirtieth": 30, "thirty-first": 31, "thirty_first": 31},
}

UNITS = {
    word: unit
    for unit, words in {
        "day": "day days night nights tag tage tagen dia dias jour jours",
        "week": "week weeks wk wks w woche wochen semana semanas semaine semaines",
        "month": "month months mth mths mo mos monat monate monaten mes meses mois",
        "quarter": "quarter quarters quartal quartalen trimestre trimestres",
        "year": "year years jahr jahre jahren ano anos an ans annee annees",
        "fortnight": "fortnight fortnights",
    }.items()
    for word in words.split()
}

TODAY = (
    "today tonight this_a.m. this_am this_p.m. this_pm this_morning this_afternoon this_evening earlier_today later_today tonite 2nite 2day right_now just_now eod cob"
    " by_end_of_day end_of_day end_of_the_day end_of_today at_noon at_lunchtime"
    " heute heute_morgen heute_fruh heute_frueh heute_vormittag heute_mittag heute_nachmittag heute_abend heute_nacht"
    " hoy esta_manana esta_tarde esta_noche hoy_por_la_manana hoy_por_la_tarde este_mediodia"
    " aujourd'hui ce_matin cet_apres-midi cet_aprem ce_soir ce_midi"
    " hoje hoje_de_manha hoje_a_tarde hoje_a_noite hoje_cedo esta_manha nesta_manha hoje_de_tarde hoje_de_noite"
)
TOMORROW = (
    "tomorrow tomorrow_morning tomorrow_afternoon tomorrow_evening tomorrow_night tmrw tmr tmw tmrow tmoro tomoz 2moro 2morrow tomorow"
    " morgen morgen_fruh morgen_abend morgen_vormittag morgen_nachmittag"
    " manana manana_por_la_manana manana_por_la_tarde demain demain_matin demain_soir amanha amanha_de_manha amanha_cedo"
)
AFTER_TOMORROW = "day_after_tomorrow the_day_after_tomorrow ubermorgen uebermorgen pasado_manana apres-demain apres_demain depois_de_amanha"
YESTERDAY = (
    "yesterday yesterday_morning yesterday_afternoon yesterday_evening yesterday_night last_night last_nite yday ystd yest"
    " gestern gestern_abend gestern_morgen gestern_fruh gestern_mittag gestern_nachmittag gestern_vormittag"
    " ayer anoche ayer_por_la_manana ayer_por_la_tarde ayer_por_la_noche hier hier_soir hier_matin hier_midi hier_apres-midi"
    " ontem ontem_a_noite ontem_de_manha ontem_a_tarde ontem_de_tarde"
)
BEFORE_YESTERDAY = "day_before_yesterday the_day_before_yesterday vorgestern anteayer antes_de_ayer antier avant-hier avant_hier anteontem antes_de_ontem"

# Words that say when without naming a day. Each is asked about where a day hangs on it.
VAGUE = (
    "soon sometime some_time someday some_day one_day at_some_point eventually later asap as_soon_as_possible shortly recently lately"
    " the_other_day a_few_days_ago a_few_weeks_ago a_few_months_ago a_while_ago some_time_ago a_while_back in_a_while in_a_bit"
    " in_a_few_days in_a_few_weeks in_a_few_months in_a_couple_of_days in_a_couple_of_weeks in_a_couple_of_months in_a_couple_weeks"
    " in_a_couple_days a_couple_of_days_ago a_couple_of_weeks_ago a_couple_weeks_ago a_couple_days_ago within_days in_some_weeks"
    " in_several_weeks over_the_weekend on_the_weekend at_the_weekend this_weekend the_weekend last_weekend next_weekend weekend midweek"
    " next_week next_month next_quarter next_year last_week last_month last_quarter last_year this_week this_month this_quarter this_year"
    " end_of_week end_of_the_week end_of_this_week end_of_next_week eow early_next_week late_next_week beginning_of_next_week"
    " beginning_of_the_week start_of_next_week mid_next_week the_week_after_next week_after_next the_week_after the_following_week"
    " early_next_month mid_next_month late_next_month beginning_of_next_month start_of_next_month mid_month mid-month early_next_year"
    " beginning_of_the_month later_this_week later_this_month later_this_year earlier_this_week earlier_this_month"
    " in_the_coming_weeks in_the_coming_days in_the_next_few_weeks in_the_next_few_days over_the_next_few_weeks in_the_new_year"
    " after_the_holidays over_the_holidays before_the_holidays after_christmas before_christmas around_christmas over_christmas after_xmas before_xmas around_xmas over_xmas after_new_year"
    " after_easter before_easter around_easter in_spring in_summer in_autumn in_the_fall in_winter in_the_spring in_the_summer in_the_autumn"
    " in_the_winter after_the_summer before_the_summer before_summer after_summer this_spring this_summer this_fall this_winter this_autumn"
    " next_spring next_summer next_fall next_winter next_autumn q1 q2 q3 q4 when_i'm_back when_she's_back when_he's_back once_i'm_back"
    " when_i_am_back some_time_next_week"
    " bald demnachst irgendwann spater neulich kurzlich letztens vor_kurzem vor_einigen_tagen vor_ein_paar_tagen vor_einer_weile"
    " in_ein_paar_tagen in_ein_paar_wochen in_einigen_tagen in_einigen_wochen in_kurze am_wochenende dieses_wochenende"
    " nachstes_wochenende letztes_wochenende nachste_woche nachsten_monat nachstes_quartal nachstes_jahr kommende_woche kommenden_monat"
    " letzte_woche letzten_monat letztes_jahr vorige_woche vergangene_woche diese_woche diesen_monat dieses_jahr ende_der_woche"
    " ende_nachster_woche anfang_nachster_woche mitte_nachster_woche anfang_der_woche wochenende ubernachste_woche uebernachste_woche"
    " naechste_woche naechsten_monat naechstes_jahr vor_weihnachten nach_weihnachten nach_den_ferien nach_dem_urlaub vor_ostern nach_ostern"
    " im_fruhling im_sommer im_herbst im_winter nach_dem_sommer im_neuen_jahr zwischen_den_jahren so_bald_wie_moglich"
    " pronto algun_dia mas_tarde mas_adelante hace_poco recientemente el_otro_dia hace_unos_dias hace_unas_semanas en_unos_dias"
    " en_unas_semanas el_fin_de_semana este_fin_de_semana fin_de_semana proximo_fin_de_semana la_proxima_semana proxima_semana"
    " la_semana_que_viene semana_que_viene el_proximo_mes proximo_mes el_mes_que_viene mes_que_viene el_ano_que_viene proximo_ano"
    " el_proximo_ano el_proximo_trimestre la_semana_pasada semana_pasada el_mes_pasado mes_pasado el_ano_pasado ano_pasado esta_semana"
    " este_mes este_ano a_finales_de_semana a_final_de_semana antes_de_navidad despues_de_navidad despues_de_las_vacaciones"
    " despues_del_verano en_primavera en_verano en_otono en_invierno cuanto_antes lo_antes_posible un_dia_de_estos en_breve principios_de_mes"
    " la_fin_de_la_semaine fin_de_la_semaine fim_de_semana bientot un_jour plus_tard recemment dernierement l'autre_jour il_y_a_quelques_jours il_y_a_quelques_semaines dans_quelques_jours"
    " dans_quelques_semaines ce_week-end ce_weekend le_week-end week-end le_week-end_dernier le_week-end_prochain la_semaine_prochaine"
    " semaine_prochaine le_mois_prochain mois_prochain le_trimestre_prochain l'annee_prochaine l'an_prochain la_semaine_derniere"
    " semaine_derniere le_mois_dernier mois_dernier l'annee_derniere l'an_dernier cette_semaine ce_mois-ci cette_annee fin_de_semaine"
    " en_fin_de_semaine debut_de_semaine_prochaine avant_noel apres_noel apres_les_vacances apres_les_fetes a_la_rentree au_printemps cet_ete"
    " en_automne cet_hiver des_que_possible sous_peu prochainement un_de_ces_jours en_debut_de_semaine_prochaine"
    " em_breve logo algum_dia qualquer_dia mais_tarde recentemente outro_dia ha_poucos_dias ha_alguns_dias ha_algumas_semanas"
    " em_alguns_dias em_algumas_semanas daqui_a_alguns_dias daqui_a_alguns_meses no_fim_de_semana nesse_fim_de_semana"
    " na_proxima_semana proxima_semana na_semana_que_vem semana_que_vem no_proximo_mes proximo_mes no_mes_que_vem mes_que_vem"
    " no_ano_que_vem ano_que_vem na_semana_passada semana_passada no_mes_passado mes_passado no_ano_passado ano_passado"
    " esta_semana nesta_semana essa_semana neste_mes este_mes antes_do_natal depois_do_natal depois_das_ferias depois_do_carnaval"
    " fim_da_semana no_comeco_do_mes assim_que_possivel uma_hora_dessas um_dia_desses"
)  # fmt: skip

# As they are typed in a hurry.
_HURRIED = (
    ("_week", "_wk"),
    ("_weeks", "_wks"),
    ("weekend", "wkend"),
    ("_month", "_mth"),
    ("_quarter", "_qtr"),
    ("next_", "nxt_"),
)
VAGUE += "".join(
    f" {word.replace(*pair)}"
    for pair in _HURRIED
    for word in VAGUE.split()
    if pair[0] in word and word.isascii() and not word.endswith(("fin_de_weekend", "ce_weekend"))
)

# Last days of a span: the words, the unit, how many units ahead.
ENDS = (
    ("end_of_month end_of_the_month end_of_this_month eom month_end month-end months_end monatsende ende_des_monats zum_monatsende"
     " fin_de_mes finales_de_mes final_de_mes final_del_mes fin_du_mois fin_de_mois la_fin_du_mois fim_do_mes o_fim_do_mes final_do_mes o_final_do_mes", "month", 0),
    ("end_of_next_month ende_nachsten_monats fin_del_proximo_mes fin_du_mois_prochain fim_do_mes_que_vem fim_do_proximo_mes", "month", 1),
    ("end_of_quarter end_of_the_quarter end_of_this_quarter eoq quarter_end quartalsende ende_des_quartals fin_de_trimestre fin_du_trimestre fim_do_trimestre", "quarter", 0),
    ("end_of_year end_of_the_year end_of_this_year eoy year_end year-end jahresende ende_des_jahres fin_de_ano finales_de_ano final_de_ano"
     " fin_d'annee fin_de_l'annee la_fin_de_l'annee fim_do_ano o_fim_do_ano final_do_ano", "year", 0),
)  # fmt: skip
FEASTS = (
    ("christmas_eve heiligabend nochebuena", 12, 24),
    ("christmas christmas_day xmas weihnachten navidad noel natal", 12, 25),
    ("new_year's_eve silvester nochevieja new_years_eve", 12, 31),
    ("new_year's_day neujahr ano_nuevo new_years_day", 1, 1),
)
