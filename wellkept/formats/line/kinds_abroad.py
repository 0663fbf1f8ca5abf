"""By which words a line in German, Spanish, French or Portuguese says what passed, as ``flat`` spells them; beside those of ``kind_words``."""

from __future__ import annotations

import re

_HAVE = r"(?:hab|habe|haben|hatte|hatten)"
_CARDS = (
    r"(?:geburtstags|weihnachts|post|dankes|gluckwunsch|neujahrs|hochzeits|oster|beileids|trauer|urlaubs|gruss|grußs?|genesungs)karte"
    r"|tarjeta\s+(?:de\s+(?:boda|ano\s+nuevo|pesame|reyes|aniversario)|navidena)|felicitacion\s+(?:de\s+navidad|navidena|de\s+cumpleanos)|postal\s+(?:de|a|para|con)"
    r"|cartes?\s+(?:d[e']\s*(?:v(?:o?e|o)ux|noel|anniversaire|remerciements?|condoleances|felicitations|bonne\s+annee|paques)|postales?)"
    r"|cartao\s+(?:de\s+(?:boas\s+festas|aniversario|natal|agradecimento|parabens|pascoa|ano\s+novo|felicitacoes|pesames|casamento)|postal)"
)
_NO_GIFT = r"(?!\s*-?(?:me|nos)?\s*(?:um|uma|un|une)\s+(?:emprego|trabalho|visita|desconto|vaga|dica|conselho|boleia|carona|abraco|numero|contato|contacto|retorno|prazo|aula|palestra|consejo|trabajo|numero|contacto|susto|abrazo|cita|dato|curso|rendez-vous|emploi|poste|stage|conseil|cours))"
MORE: dict[str, str] = {
    "video": r"videogesprach|videotelefonie|facetime|appel\s+(?:zoom|teams)|reuniao\s+(?:virtual|online)|zoom|teams-(?:call|termin|besprechung|meeting)|visio-conference|en\s+visio(?:conference)?",
    "call": r"(?:hat|haben)\s+(?:mich\s+)?angerufen|zuruckgerufen|durchgerufen|telefonisch|anruf\s+bei|(?:me\s+)?telefoneou|telefone(?:mos|i)|telefonei|(?:me|nos)\s+(?:ligou|chamou)|ligou-me|falamos\s+(?:por|ao)\s+telefone|telefonazo|llamamos|me\s+ha\s+llamado|he\s+llamado\s+a|(?:nous|m')\s*(?:a|ont)\s+appele|appelee?s?|eu\s+au\s+telephone|passe\s+un\s+(?:coup\s+de\s+fil|appel)|telephone(?=\s+(?:a|au|avec|hier|ce))",
    "message": rf"{_HAVE}(?=\s(?![^,;.]*(?:mail|karte|buch|brief|artikel|bericht))[^,;.]{{2,50}}\s(?:geschrieben|getextet|gesimst))|(?:hat|haben)\s+(?:mir|uns)(?=\s(?:[^,;.]{{0,30}}\s)?geschrieben)(?!\s[^,;.]*mail)|sprachnachricht|nachricht\s+(?:auf|uber)|gechattet|getextet"
    r"|(?:me|nos)\s+(?:escribio|ha\s+escrito)|mensaje\s+(?:de\s+voz|para)|audio\s+(?:de|a|para)|nota\s+de\s+voz|wasap(?:p)?|(?:me|nos)\s+(?:escreveu|mandou\s+(?:uma\s+)?(?:mensagem|zap|audio|whats\w*))|escreveu-me|zap|audio\s+d[oa]|troca\s+de\s+mensagens|troquei\s+mensagens|(?:m'|nous\s+)a\s+ecrit|texto\s+(?:a|avec)|message\s+(?:vocal|a|au|pour)|sms",
    "email": rf"{_HAVE}(?=\s[^,;.]*?(?:e-?)?mails?\s[^,;.]*(?:geschrieben|geschickt|gesendet|bekommen|erhalten))|(?:hat|haben)\s+(?:mir|uns)(?=\s[^,;.]*?(?:e-?)?mail\s[^,;.]*(?:geschrieben|geschickt))|mail\s+(?:wegen|zum|zur|uber|aus)|gemailt|schrieb\s+(?:mir\s+)?(?:eine\s+)?(?:e-?)?mail"
    r"|(?:correo|e-?mail|mail)\s+(?:electronico\s+)?(?:a|al|con|para|de|del)|correos\s+con|correo\s+electronico|(?:le|les)\s+(?:envie|mande|escribi)\s+(?:un\s+)?(?:correo|e-?mail|mail)|(?:me|nos)\s+(?:envio|mando|escribio)\s+un\s+(?:correo|e-?mail|mail)"
    r"|(?:e-?mail|mail|courriel)s?\s+(?:a|au|de|avec|pour|p[r]?[oa]s?|ao|aos|para|d[oa])|(?:m'|nous\s+)a\s+(?:envoye|ecrit)\s+un\s+(?:e-?mail|mail|courriel)|(?:me|nos)\s+mandou\s+(?:um\s+)?e-?mail|mandou-me\s+um\s+e-?mail|troquei\s+e-?mails|troca\s+de\s+e-?mails|echange\s+de\s+(?:mails|courriels)",
    "lunch": r"mittagspause\s+mit|mittagstisch\s+mit|mittags\s+(?:gegessen|beim)|he\s+comido|hemos\s+comido|almorzamos|almorce|comida\s+de\s+trabajo|(?:on\s+a\s+|avons\s+|ai\s+)?dejeune|dej\s+(?:avec|hier|ce|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|demain|de)|dej|almocamos|almocinho|almoco",
    "coffee": r"kaffeepause\s+mit|kaffeeklatsch|auf\s+(?:einen\s+)?(?:kaffee|espresso)|cafecito|cafelito|cortado\s+con|tomar\s+cafe|tomei\s+cafe|tomamos\s+(?:un\s+)?cafe|cafezinho|(?:pris|bu|partage|prenons)\s+(?:un|le)\s+(?:petit\s+)?cafe|cafe(?:\s+(?:hier|ce\s+matin|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|ayer|hoy|el\s+\w+|ontem|hoje|na\s+\w+|esta\s+manana))?\s+(?:avec|con|com)",
    "card": rf"(?:(?:recu|envoye|poste|ecrit|recibi|envie|mande|escribi|recebi|enviei|mandei|escrevi)\b[^,;.]{{0,30}}?\s)?(?:{_CARDS})",
    "gift": rf"(?:ofereceu|deu|trouxe|comprou|presenteou)-(?:me|nos){_NO_GIFT}(?=\s+(?:um|uma|o|a|os|as|dois|duas|uns|umas|com|flores|vinho|chocolates?)\s)|(?:me|nos)\s+(?:ofereceu|deu|trouxe|presenteou\s+com){_NO_GIFT}(?=\s+(?:um|uma|dois|duas|uns|umas|flores|vinho|chocolates?)(?!\w))|ganhei\s+(?:um|uma)"
    rf"|(?:me|nos)\s+(?:regalo|ha\s+regalado|obsequio)|(?:me|nos)\s+trajo(?=\s+(?:un|una|unos|unas|flores|vino|bombones)(?!\w)){_NO_GIFT}|le\s+(?:he\s+regalado|lleve\s+(?:un|una|unos|unas|flores))|regalamos|(?:m'|nous\s+)a\s+offert{_NO_GIFT}(?!\s+(?:de|d')\s*\w+er)|(?:lui|leur)\s+ai\s+offert|avons\s+offert|mitgebracht(?!\w)|brachte\s+mir|schenkte\s+mir",
    "event": r"assiste\s+(?:a|aux?)|participe\s+(?:a|aux?)|asisti(?:mos)?\s+(?:al?|con)|participe\s+en|particip(?:ei|amos)\s+(?:d[aoe]|n[ao])|(?:fui|fuimos|fomos)\s+(?:a|al|a\s+la|ao|a\s+os|con|com)|(?:suis|sommes)\s+allee?s?\s+(?:a|aux?|avec)|(?:alle|ete|passe)e?s?\s+(?:a|au)\s+(?=(?:la\s+|l')?(?:salon|foire|forum|congres|conference|festival|sommet|colloque|seminaire))"
    r"|(?:die|das|den|der|einen|eine)(?=\s+(?:[^\s,;.]+\s+){1,6}?besucht(?!\w))|waren?\s+(?:mit\s+[^,;.]{2,40}?\s+)?auf\s+(?:der|dem|einer|einem)|waren?\s+(?:auf|bei)",
    "met": r"wiedergesehen|wiedergetroffen|begegnet|begegnung|begrußt|zusammengesessen|gesessen|geplaudert|gequatscht|geredet|ausgetauscht|spaziert|spazieren|gefruhstuckt|besucht|(?:bier|wein|tee)\s+(?:mit|getrunken)|plausch\s+mit|begruß\w+|kennenlernen|brunch\s+mit|verabredet|getrunken|zufallig\s+getroffen|bei\s+uns\s+zu\s+besuch|kam\s+(?:vorbei|zu\s+besuch)|vorbeigekommen|gespeist"
    r"|salude\s+a|me\s+tope\s+con|me\s+vi\s+con|vi\s+al?|(?:he|hemos)\s+(?:conocido|visto|hablado|quedado|coincidido|cenado|charlado|estado\s+con)|nos\s+(?:vimos|reunimos|encontramos|conocimos|cruzamos|juntamos)|me\s+presentaron\s+a|me\s+han\s+presentado\s+a|merende|tom(?:e|amos)\s+(?:algo|una?\s+(?:cana|cerveza|copa|vino|te|vermut|mate))|charlamos|platique|platicamos|visite\s+al?|pase\s+a\s+ver\s+a|me\s+junte\s+con|estuve\s+con|estuvimos\s+con|conocimos"
    r"|(?:vino|paso)\s+(?:a\s+(?:la\s+oficina|casa|verme|vernos|visitarme|visitarnos)|por\s+(?:casa|la\s+oficina|aqui|el\s+despacho))|me\s+visito|(?:copas|tapas|vermut|vinos|canas|mate|merienda|sobremesa)\s+(?:con|con\s+el)|entrevista\s+con|coincidimos|cenamos|desayunamos|me\s+reencontre|reencuentro\s+con|hablamos\s+con"
    r"|revus?|recroise|retrouve|apercu|salue|fait\s+connaissance|(?:bu|pris|partage)\s+(?:un|une|le)\s+(?:verre|pot|the|apero|biere)|(?:verre|the|pot|biere|brunch|apero|marche|balade|promenade)\s+(?:hier\s+|ce\s+matin\s+|hier\s+soir\s+)?avec|papote|bavarde|rendu\s+visite|passe\s+voir|(?:est\s+)?(?:venue?|passee?)\s+(?:me|nous)\s+voir|(?:est\s+)?passee?\s+(?:au\s+bureau|a\s+la\s+maison)|nous\s+nous\s+sommes\s+(?:vus|croises|rencontres)|on\s+s'est\s+(?:vus?|croisee?s?|retrouves?|parle)|croisee?s|rencontree?s|petit[\s-]dej(?:euner)?|petit-dej|soupe\s+avec|souper\s+avec"
    r"|vi(?=\s+(?!que|su|sua|seu|un|una|um|uma|el|lo|no|na|en|por)[a-z])|estive\s+com|estivemos\s+com|nos\s+vimos|nos\s+encontramos|esbarrei|cruzei-me\s+com|cruzei\s+com|dei\s+de\s+cara\s+com|reencontrei|revi|visitei|reuni(?:mos|-me)?|fui\s+apresentad[oa]\s+a|me\s+apresentaram|apresentaram-me|cumprimentei|conhecemos|encontramos|falamos|jantamos|lanchei|chop[pe]\s+com|(?:tomei|bebi|tomamos|bebemos)\s+(?:um|uma)\s+(?:cerveja|chop[pe]|copo|vinho|cha|drinque)|copo\s+com|troquei\s+ideia|(?:veio|passou)\s+(?:ao|no|aqui|pelo|la\s+em|em)\s+(?:escritorio|casa|trabalho)|veio\s+(?:me\s+ver|ver-me|visitar|me\s+visitar)|tomei\s+(?:o\s+)?pequeno-almoco|pequeno-almoco\s+com|passeei\s+com|lanche\s+com|cha\s+com",
}
# Said of them, with their name before it, or of both: 'Ana und ich haben uns getroffen', 'O Amadeu ofereceu-me um vinho'.
THEY_DID = re.compile(
    r"(?:ofereceu|deu|trouxe|comprou|presenteou|ligou|escreveu|mandou)-(?:me|nos).*|(?:me|nos)\s+(?:ofereceu|deu|trouxe|ligou|escreveu|mandou|regalo|ha\s+\w+|obsequio|trajo|llamo|escribio|envio|mando|visito|presenteou|telefoneou|chamou).*|(?:m'|nous\s+)\s*a\s+.*"
    r"|(?:est\s+)?(?:venue?|passee?)\s+.*|(?:vino|paso|veio|passou|kam)\s+.*|nos\s+(?:vimos|reunimos|encontramos|conocimos|cruzamos|juntamos)|nous\s+nous\s+sommes\s.*|on\s+s'est\s.*|hat\s+(?:mir|uns|mich).*|(?:schenkte|brachte|schrieb)\s+.*|me\s+ha\s+llamado"
)
# At the end of a German statement, wherever the name stands.
ENDS_SO = re.compile(
    r"(?:wiedergesehen|wiedergetroffen|begegnet|begrußt|zusammengesessen|gesessen|geplaudert|gequatscht|geredet|ausgetauscht|spaziert|gefruhstuckt|besucht|getrunken|verabredet|vorbeigekommen|zuruckgerufen|geschickt|gechattet|getextet|mitgebracht|gespeist)\s*$"
)
