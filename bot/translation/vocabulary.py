"""Words and letters that tell a language, as people chat.

A model of byte sequences, made from long texts, is unsure of "feliz cumple!!". People are not: they know a word of it.
"""

import re
from collections.abc import Mapping

from bot.domain.languages import Language
from bot.translation.scripts import Script

_WORDS: Mapping[Language, str] = {
    Language.ENGLISH: """
        the a an and or but if so i you he she it we they me him her us them my your his its our their this that these
        those is are was were am be been being do does did don't doesn't didn't can can't could will won't would should
        have has had having not no yes what when where who why how which of to in on at for from with without about into
        there here just like really very too also now then today tomorrow yesterday tonight morning night week good
        great nice bad happy sorry thanks thank please hello hi hey guys everyone anyone someone something anything
        nothing want need know think get got go going gone come make take see look say said tell want love hate time
        still again never always maybe because than more much many some any all one two been i'm it's that's i'll let
        's n't 'll 've 're let's welcome back home work school game friend people friends yeah sure wait up out over
        off
        dunno gonna wanna gotta gimme tbh literally actually probably maybe congratulations congrats awesome amazing
        brilliant idea mate bro dude weird crazy funny cute lovely beautiful perfect exactly absolutely sounds sleep
        sleeping eat eating food dinner lunch breakfast coffee movie song music photo picture phone class teacher
        homework exam english language speak speaking learn learning practice understand mean means question answer
        help send sent link call later soon early late tired hungry sick busy free weekend monday tuesday wednesday
        thursday friday saturday sunday birthday christmas holiday year years month day days minute minutes hour
        hours money buy cat dog bus train car rain weather cold hot warm house room place city country world life
        thing things way right wrong left new old first last next same different""",
    Language.SPANISH: """
        el la los las un una unos unas de del que qué y o pero si sí no yo tú tu él ella nosotros ellos ellas usted
        ustedes me te se lo le les nos mi mis su sus este esta esto ese esa eso es son está están estoy estás estaba fue
        era ser estar hay he has ha hemos han tengo tienes tiene voy vas va vamos van quiero quieres puedo puedes puede
        sé sabe saben creo muy más menos también tampoco ya aún todavía hoy mañana ayer noche ahora luego después antes
        siempre nunca aquí allí donde dónde cómo como cuándo cuando quién quien por para con sin sobre hasta desde
        porque bien mal bueno buena buenos buenas gracias hola adiós favor perdón vale nada algo alguien nadie todo
        todos mucho mucha poco feliz cumple casa trabajo amigo amigos tiempo fin hacer haces hace ver verdad qué tal
        gusta encanta viernes sábado domingo lunes jueves así otro otra vez suerte porfa jaja
        listo pues bien claro oye mira dale ahorita luego navidad año años día días semana mes hora horas minutos
        buenísimo genial increíble chido guay bonito lindo linda gato perro comida cena examen clase profe inglés
        español película canción fiesta playa calor frío lluvia coche autobús dinero hablar hablo hablas entiendo
        entiendes llego llegué dormir comer hermana hermano mamá papá chicos chicas idea""",
    Language.PORTUGUESE: """
        o a os as um uma uns umas de do da dos das em no na nos nas ao à que e ou mas se sim não nao eu tu você vocês
        voce ele ela nós eles elas me te lhe meu minha meus minhas teu seu sua este esta isto esse essa isso aquilo é
        são está estão estou tá tô tava estava foi era ser estar tem tenho temos vou vai vamos vão quero quer posso pode
        sei sabe acho muito muita mais menos também já ainda hoje amanhã ontem noite agora depois antes sempre nunca
        aqui ali aí onde como quando quem qual por para pra pro com sem sobre até desde porque bem mal bom boa boas
        obrigado obrigada olá oi tchau favor desculpa nada algo alguém ninguém tudo todos gente pessoal feliz casa
        trabalho amigo tempo fazer faz ver saudade sorte sexta fim né dia celular gosto legal cara
        beleza valeu mano galera cara natal ano anos dia dias semana mês hora horas minutos ótimo incrível lindo
        linda gato cachorro comida jantar prova aula professora inglês português filme música festa praia calor frio
        chuva carro ônibus dinheiro falar falo entendi entendo cheguei chegando dormir comer irmã irmão mãe pai""",
    Language.FRENCH: """
        le la les un une des du de et ou mais si oui non je tu il elle on nous vous ils elles me te se moi toi lui mon
        ma mes ton ta tes son sa ses notre votre leur ce cet cette ces ça c'est est es suis sommes êtes sont était été
        être ai as a avons avez ont avoir vais va vas vont veux veut peux peut sais sait fais fait faire dit pas plus
        très trop bien mal aussi encore toujours jamais déjà hier demain aujourd'hui soir matin nuit maintenant après
        avant ici là où comment quand qui que quoi pourquoi quel quelle avec sans pour dans sur chez par parce merci
        bonjour salut bonsoir bonne bon désolé rien quelqu'un personne tout tous tout rien joyeux anniversaire y
        j' c' d' l' n' qu' t' m' s' voilà alors donc ouais tant pis enfin chat vraiment
        ouais carrément trop mignon flemme coucou noël an ans jour jours semaine mois heure heures minutes génial
        incroyable super beau belle chien chat manger examen cours prof anglais français film chanson fête plage
        chaud froid pluie voiture argent parler parle comprends compris arrive dormir sœur frère maman papa mec""",
    Language.GERMAN: """
        der die das den dem des ein eine einen einem einer und oder aber wenn ja nein nicht kein keine ich du er sie es
        wir ihr mich dich sich mir dir ihm ihn uns euch mein meine dein deine sein ist sind bin bist war waren hab habe
        hast hat haben hatte kann kannst können will willst wollen muss musst soll wird werde werden mach machst macht
        machen geht gehen komm kommt auch noch schon nur sehr zu heute morgen gestern abend jetzt dann immer nie hier da
        dort wo wie wann wer was warum welche mit ohne für auf in im an am bei von vom zum zur aus nach über um weil
        dass gut guten gute danke bitte hallo tschüss alles etwas nichts jemand niemand mal doch denn gerade viel mehr
        endlich wieder wirklich richtig zusammen glaube weiß leid tut
        passt klar bis später appetit feierabend weihnachten jahr jahre tag tage woche monat uhr stunde minuten super
        schön toll geil krass hund katze essen prüfung klasse lehrer englisch deutsch film lied party strand heiß
        kalt regen auto geld sprechen spreche verstehe verstanden schlafen schwester bruder mama papa leute""",
    Language.ITALIAN: """
        il lo la i gli le un uno una di del della dei delle dello degli a al alla ai e ed o ma se sì no io tu lui lei
        noi voi loro mi ti si ci vi mio mia miei tuo tua suo sua questo questa quello quella è sono sei siamo siete era
        ero stato ho hai ha abbiamo avete hanno avere essere vado vai va andiamo voglio vuoi vuole posso puoi può so sai
        sa fai fa fare che chi cosa come quando dove perché quale quanto non più molto poco anche ancora già sempre mai
        oggi domani ieri stasera sera notte adesso ora dopo prima qui qua là con senza per da in su bene male buono
        buona buongiorno grazie ciao prego scusa scusate niente qualcosa qualcuno nessuno tutto tutti mille tanti
        auguri casa lavoro tempo nel nella sul allora però dell' all' c' un' davvero
        dai andiamo buonanotte natale anno anni giorno giorni settimana mese ora ore minuti bellissimo fantastico
        bello bella gatto cane mangiare esame lezione prof inglese italiano film canzone festa mare caldo freddo
        pioggia macchina soldi parlare parlo capito capisco arrivo dormire sorella fratello mamma ragazzi""",
    Language.DUTCH: """
        de het een en of maar als ja nee niet geen ik jij je hij zij ze wij we jullie mij me hem haar ons hun mijn jouw
        zijn dit dat deze die is ben bent was waren heb hebt heeft had kan kun wil moet zal ga gaat gaan doe doet doen
        ook nog al heel erg te vandaag morgen gisteren avond nu dan altijd nooit hier daar waar hoe wanneer wie wat
        waarom met zonder voor op aan bij van naar uit over om omdat goed goede bedankt dank hallo hoi doei alles iets
        niets iemand niemand wel even weer leuk lekker weet denk vind mooi
        tot straks gezellig jaar dag week maand uur eten slapen hond kat mensen""",
    Language.INDONESIAN: """
        yang dan atau tapi kalau iya ya tidak nggak gak ga enggak bukan aku saya kamu kau dia kita kami mereka gue lu
        ini itu ada adalah sudah udah belum akan mau bisa harus lagi juga saja aja sangat banget sekali hari besok
        kemarin malam pagi siang sore sekarang nanti dulu selalu di ke dari dengan untuk pada apa siapa kapan mana
        kenapa gimana bagaimana berapa baik bagus terima kasih makasih halo selamat maaf tolong semua semuanya kok sih
        dong deh nih lah kan jadi sama buat jam rumah kerja teman capek lapar laper pulang baru jangan semoga
        kayaknya kayak tadi banyak ngapain mulai makan tidur""",
    Language.MALAY: """
        yang dan atau tapi kalau ya tidak tak bukan saya aku awak dia kita kami mereka ini itu ada ialah sudah dah belum
        akan nak boleh mesti lagi juga saja je sangat sekali hari esok semalam malam pagi sekarang nanti di ke dari
        dengan untuk apa siapa bila mana kenapa macam berapa baik bagus terima kasih hai selamat maaf tolong semua
        kereta bilik wang cakap tengok""",
    Language.TURKISH: """
        bir ve veya ama eğer evet hayır değil ben sen o biz siz onlar bana sana beni seni onu bize benim senin bu şu ne
        kim nasıl neden niye nerede nereye kaç hangi var yok çok daha en da de mi mı mu mü için ile gibi kadar sonra
        önce şimdi bugün yarın dün akşam gece sabah her hiç hep artık bile iyi güzel kötü teşekkürler teşekkür
        merhaba selam günaydın lütfen tamam oldu olur olsun geldi gel git yap yapıyorsun istiyorum biliyorum bilmiyorum
        bence yine şey herkes kimse saat gün ki ya kusura bakma""",
    Language.VIETNAMESE: """
        và hoặc nhưng nếu có không phải tôi mình bạn anh chị em nó chúng ta họ này kia đó là đã đang sẽ được cũng rất
        quá lắm hôm nay mai qua tối sáng giờ rồi chưa ở đâu gì ai sao khi nào thế với cho của một hai các những người
        cảm ơn xin lỗi chào nhé nha ạ à đi về làm ăn ngủ học biết muốn thích nhà đây vậy hết thôi lại""",
    Language.POLISH: """
        i a lub ale jeśli tak nie ja ty on ona my wy oni mnie mi cię ci go jej nas was mój moja twój to ten ta te tego
        jest są jestem jesteś był była było być mam masz ma mieć może mogę chcę wiem robisz idę się już jeszcze bardzo
        też tylko dzisiaj dziś jutro wczoraj teraz potem zawsze nigdy tu tam gdzie jak kiedy kto co dlaczego czy z ze w
        we na do od za po przez dla o u dobrze dobry dzięki dziękuję cześć proszę przepraszam wszystko coś nic ktoś
        nikt dzień wieczór znowu właśnie""",
    Language.ROMANIAN: """
        și si sau dar dacă da nu eu tu el ea noi voi ei ele mă te se îmi îți mi meu mea tău sa acest asta este e sunt
        ești era fost am ai are avem au vreau pot știu fac faci face foarte mai și tot azi mâine ieri acum apoi mereu
        niciodată aici unde cum când cine ce de ce cu fără pentru pe în la din bine bun bună mulțumesc salut scuze
        nimic ceva cineva nimeni toți un o ale mulți ani""",
    Language.CZECH: """
        a nebo ale jestli ano jo ne já ty on ona my vy oni mě mi tě ti ho jí nás můj moje tvůj to ten ta je jsou jsem
        jsi byl byla bylo být mám máš má můžu chci vím děláš jdu se si už ještě moc taky jen dnes dneska zítra včera
        teď potom vždycky nikdy tady tam kde jak kdy kdo co proč s z v na do od za po pro dobře dobrý díky děkuju ahoj
        prosím promiň všechno něco nic někdo nikdo zase kolik jaké""",
    Language.SLOVAK: """
        a alebo ale ak áno hej nie ja ty on ona my vy oni ma mi ťa ti ho nás môj moja tvoj to ten tá je sú som si bol
        bola bolo byť mám máš má môžem chcem viem robíš idem sa už ešte veľmi tiež len dnes zajtra včera teraz potom
        vždy nikdy tu tam kde ako kedy kto čo prečo s z v na do od za po pre dobre dobrý ďakujem ahoj prosím prepáč
        všetko niečo nič niekto nikto zase koľko""",
    Language.HUNGARIAN: """
        a az egy és vagy de ha igen nem én te ő mi ti ők engem neked nekem ez ezt azt van vannak vagyok vagy volt lesz
        kell lehet akarok tudom csak már még is nagyon ma holnap tegnap most aztán mindig soha itt ott hol hogy hogyan
        mikor ki mit miért jó jól köszönöm köszi szia sziasztok kérlek bocs minden valami semmi valaki senki meg""",
    Language.SWEDISH: """
        och eller men om ja nej inte jag du han hon vi ni de dem mig dig honom henne oss min mitt din det den detta är
        var har hade kan vill ska måste gör göra går kommer också bara mycket väldigt idag imorgon igår nu sen alltid
        aldrig här där hur när vem vad varför med utan för på i av till från ett en som att bra tack hej snälla förlåt
        allt något ingenting någon ingen lite igen""",
    Language.DANISH: """
        og eller men hvis ja nej ikke jeg du han hun vi i de dem mig dig ham hende os min mit din det den dette er var
        har havde kan vil skal må gør gøre går kommer også bare meget i dag morgen går nu så altid aldrig her der hvor
        hvordan hvornår hvem hvad hvorfor med uden for på af til fra et en som at godt tak hej undskyld alt noget
        ingenting nogen ingen lidt igen""",
    Language.NORWEGIAN: """
        og eller men hvis ja nei ikke jeg du han hun vi dere de dem meg deg ham henne oss min mitt din det den dette er
        var har hadde kan vil skal må gjør gjøre går kommer også bare mye veldig i dag morgen går nå så alltid aldri her
        der hvor hvordan når hvem hva hvorfor med uten for på av til fra et en som at bra takk hei unnskyld alt noe
        ingenting noen ingen litt igjen""",
    Language.FINNISH: """
        ja tai mutta jos joo kyllä ei en minä mä sinä sä hän me te he minua mun sun tämä tää se on oli olen oon olet
        ovat
        ole voi voin haluan pitää tiedän vain myös vielä jo tosi tänään huomenna eilen nyt sitten aina koskaan täällä
        siellä missä miten milloin kuka mitä miksi kanssa hyvä hyvää hyvin kiitos moi hei terve anteeksi kaikki jotain
        mitään joku kukaan että kun niin""",
    Language.CATALAN: """
        el la els les un una de del que i o però si sí no jo tu ell ella nosaltres ells em et es ho li meu meva aquest
        aquesta això és són soc estic està hi ha he tinc té vaig vas va vull pots puc sé molt més també ja avui demà
        ahir ara després sempre mai aquí on com quan qui per amb sense fins perquè bé bon bona gràcies hola adéu res
        alguna algú ningú tot tots d' l' què""",
    Language.GALICIAN: """
        o a os as un unha de do da que e ou pero se si non eu ti el ela nós eles me che meu miña este isto é son está
        estou hai teño ten vou vai quero podo moito máis tamén xa hoxe mañá onte agora despois sempre aquí onde como
        cando quen por para con sen ata porque ben bo boa grazas ola nada algo alguén ninguén todo moi""",
    Language.CROATIAN: """
        i ili ali ako da ne ja ti on ona mi vi oni me mi te ti ga je su sam si smo ste bio bila bilo biti imam imaš ima
        mogu hoću znam radiš idem se već još jako također samo danas sutra jučer sad sada poslije uvijek nikad ovdje
        tu gdje kako kad kada tko što šta zašto s sa u na do od za po dobro dobar hvala bok molim oprosti sve nešto
        ništa netko nitko koliko""",
    Language.SLOVENIAN: """
        in ali pa če da ne jaz ti on ona mi vi oni me mi te ga je so sem si smo ste bil bila bilo biti imam imaš ima
        lahko hočem vem delaš grem se že še zelo tudi samo danes jutri včeraj zdaj potem vedno nikoli tukaj tu kje kako
        kdaj kdo kaj zakaj s z v na do od za po dobro dober hvala živjo prosim oprosti vse nekaj nič nekdo nihče""",
    Language.TAGALOG: """
        ang ng mga sa at o pero kung oo hindi di ako ikaw ka siya kami tayo kayo sila ko mo niya natin nila ito iyan yan
        yun ay may meron wala gusto pwede kailangan alam lang din rin naman talaga na pa ba po ngayon bukas kahapon
        mamaya dito diyan saan paano kailan sino ano bakit para kay maganda mabuti salamat kumusta kamusta magandang
        lahat gabi umaga kasi sobra""",
    Language.SWAHILI: """
        na au lakini kama ndiyo hapana si mimi wewe yeye sisi nyinyi wao yangu yako yake hii hiyo ni kuwa nina una ana
        nataka naweza sana pia tu leo kesho jana sasa baadaye hapa wapi vipi lini nani nini kwa nini kwa katika ya wa
        za nzuri asante habari jambo karibu tafadhali samahani kila kitu usiku asubuhi""",
    Language.AFRIKAANS: """
        die en of maar as ja nee nie geen ek jy hy sy ons julle hulle my jou sy dit dat hierdie is was het kan wil moet
        sal gaan doen ook nog baie vandag môre gister nou dan altyd nooit hier daar waar hoe wanneer wie wat hoekom met
        sonder vir op aan by van na uit oor om goed dankie hallo alles iets niks iemand niemand""",
    Language.RUSSIAN: """
        и или но если да нет не я ты он она мы вы они меня мне тебя тебе его её ему ей нас нам вас вам их мой моя моё
        твой это этот эта эту то тот так как где когда кто что чего почему зачем какой какая сколько есть был была было
        быть буду будет хочу могу может знаю знает думаю делаешь уже ещё еще только очень тоже сегодня завтра вчера
        сейчас потом всегда никогда тут здесь там с со в во на до от из за по про для о об у к без хорошо привет спасибо
        пожалуйста извини всё все всем ничего никто никому опять давай пойдём вечером ночи утро пока ну же ли бы
        наконец конечно прав нужно надо кучу""",
    Language.UKRAINIAN: """
        і й та або але якщо так ні не я ти він вона ми ви вони мене мені тебе тобі його її нас вас їх мій моя твій це
        цей ця то той як де коли хто що чому який скільки є був була було бути буду буде хочу можу може знаю думаю
        робиш вже ще тільки дуже також теж сьогодні завтра вчора зараз потім завжди ніколи тут там з зі в у на до від
        за по про для без добре привіт дякую будь ласка вибач все всі нічого ніхто знову
        шо таке добраніч доброго ранку день вечір дуже треба можна друзі""",
    Language.BELARUSIAN: """
        і або але калі так не я ты ён яна мы вы яны мяне мне цябе табе яго яе нас мой гэта гэты як дзе калі хто што
        чаму які колькі ёсць быў была было быць буду хачу магу ведаю робіш ужо яшчэ толькі вельмі таксама сёння заўтра
        учора зараз потым заўсёды тут там з у на да ад за па для добра прывітанне дзякуй усё нічога""",
    Language.BULGARIAN: """
        и или но ако да не аз ти той тя то ние вие те ме ми те ти го я ни ви ги му моя твоя това този тази е са съм си
        сме бях беше има имам искам мога може знам мисля правиш вече още само много също днес утре вчера сега после
        винаги никога тук там къде как кога кой какво защо колко с със в във на до от за по при без добре здравей
        здрасти благодаря моля извинявай всичко нищо нещо някой никой ще няма къщи""",
    Language.SERBIAN: """
        и или али ако да не ја ти он она ми ви они ме га је су сам си смо био била бити имам има могу хоћу знам радиш
        већ још врло такође само данас сутра јуче сад увек никад овде ту где како кад ко шта зашто колико с са у на до
        од за по добро хвала здраво молим све нешто ништа""",
    Language.MACEDONIAN: """
        и или но ако да не јас ти тој таа ние вие тие ме ми те го ја му е се сум си сме беше има имам сакам можам знам
        правиш веќе уште само многу исто денес утре вчера сега потоа секогаш никогаш тука таму каде како кога кој што
        зошто колку со во на до од за по добро здраво фала благодарам молам сѐ нешто ништо""",
    Language.ARABIC: """
        و في من على إلى الى عن مع هذا هذه ذلك هو هي أنا انا أنت انت نحن هم لا ما لم لن ليس هل كيف متى أين وين ليش لماذا
        شو إيش ماذا مين كان كانت يكون قال عند عندي لي لك له كل بعد قبل الآن اليوم أمس غدا بكرة صباح مساء الخير شكرا
        مرحبا أهلا السلام عليكم والله الله يا إن أن إذا أو أي جدا كثير خلاص يلا بدي أريد لسه معك معي فقط حتى""",
    Language.PERSIAN: """
        و در از به با برای که این آن او من تو ما شما آنها است هست بود شد می نمی را هم یا اگر نه بله چی چه کجا کی چرا
        چطور چند خیلی خوب بد امروز فردا دیروز الان بعد قبل صبح شب سلام ممنون مرسی لطفا ببخشید همه هیچ فقط هنوز دیگه
        دارم داری داره کنم کنی کرد کن میشه نیست رو خونه بریم خواهم
        خوبی کجایی چیکار مرسی عزیزم دلم برات حالت چطوری میکنی میخوام نمیدونم بابا مامان""",
    Language.URDU: """
        اور یا میں ہم تم آپ وہ یہ کیا کون کہاں کب کیوں کیسے کیسا کیسی کتنا کتنے ہے ہیں ہوں ہو تھا تھی تھے گا گی گے کا
        کی کے کو سے پر نے تک بھی نہیں نہ مت ہاں جی کر کرو کرنا رہا رہی رہے گیا گئی لیے ساتھ بہت اچھا ٹھیک آج کل ابھی
        پھر بعد شکریہ سلام یار بھائی دوست دوستو مجھے تمہیں اسے میرا میری تمہارا اپنا کچھ سب کوئی بات گھر بخیر""",
    Language.HINDI: """
        और या मैं हम तुम आप वह वो यह ये क्या कौन कहाँ कहां कब क्यों कैसे कैसा कैसी कितना कितने है हैं हूँ हूं हो था थी
        थे गा गी गे का की के को से पर ने में तक भी नहीं ना मत हाँ जी कर करो करना रहा रही रहे गया गई लिए साथ बहुत अच्छा
        ठीक आज कल अभी फिर बाद धन्यवाद नमस्ते यार भाई दोस्त दोस्तों मुझे तुम्हें उसे मेरा मेरी तुम्हारा अपना कुछ सब कोई
        बात घर एक जन्मदिन चाय मुबारक रखना लो दो""",
    Language.MARATHI: """
        आणि किंवा मी आम्ही तू तुम्ही तो ती ते हे हा ही काय कोण कुठे कधी का कसे कसा कशी किती आहे आहेत आहेस होता होती
        होते चा ची चे ला ने पण नाही नको हो कर करू करतो करते गेला गेली साठी खूप छान बरं आज उद्या काल आता मग नंतर
        धन्यवाद नमस्कार मला तुला माझा माझी तुझा काही सगळे झाला झाली झालं येतो घरी""",
    Language.NEPALI: """
        र वा म हामी तिमी तपाईं ऊ यो त्यो के को कहाँ कहिले किन कसरी कस्तो कति छ छन् छु छौ हो थियो थिए मा ले लाई बाट पनि
        छैन होइन गर गर्नु गर्छ गर्दै भयो भएको धेरै राम्रो आज भोलि हिजो अहिले पछि धन्यवाद नमस्ते मलाई तिमीलाई मेरो
        तिम्रो केही सबै घर""",
}

_LETTERS: Mapping[Language, str] = {
    Language.SPANISH: "ñ¿¡",
    Language.PORTUGUESE: "ãõ",
    Language.FRENCH: "œùû",
    Language.GERMAN: "ß",
    Language.POLISH: "łśźżńąę",
    Language.CZECH: "řěů",
    Language.SLOVAK: "ľĺŕ",
    Language.HUNGARIAN: "őű",
    Language.ROMANIAN: "țșţ",
    Language.TURKISH: "ğış",
    Language.AZERBAIJANI: "ə",
    Language.VIETNAMESE: "đơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ",
    Language.ICELANDIC: "þð",
    Language.SWEDISH: "",
    Language.LATVIAN: "ļņķģ",
    Language.LITHUANIAN: "ėų",
    Language.RUSSIAN: "ыэё",
    Language.UKRAINIAN: "їєґ",
    Language.BELARUSIAN: "ў",
    Language.SERBIAN: "ђћ",
    Language.MACEDONIAN: "ѓќѕ",
    Language.KAZAKH: "әғқңұһ",
    Language.MONGOLIAN: "",
    Language.ARABIC: "ةىإأؤ",
    Language.PERSIAN: "ژ",
    Language.URDU: "ٹڈڑںےہھ",
    Language.MARATHI: "ळ",
}
"""Letters that hardly any other language of the same script has."""

_URDU = frozenset(_LETTERS[Language.URDU])
"""Hardly a line of Urdu is without one of them."""

_FOREIGN: Mapping[Language, str] = {
    Language.RUSSIAN: "іїєґўђћџљњјѓќѕәғқңөұүһ",
    Language.UKRAINIAN: "ыэёъў",
    Language.BULGARIAN: "ыэёіїєґўј",
    Language.SERBIAN: "ыэёйщъьюяіїєґў",
    Language.MACEDONIAN: "ыэёйщъьюяіїєґў",
    Language.BELARUSIAN: "иъщїє",
    Language.KAZAKH: "їєґўј",
    Language.MONGOLIAN: "іїєґўј",
    Language.ARABIC: "پچژگکیٹڈڑںےہھ",
    Language.PERSIAN: "ٹڈڑںےةىيك",
    Language.URDU: "ةيكى",
    Language.SPANISH: "ãõçßêôâàèìòùäö",
    Language.PORTUGUESE: "ñßöäìòùè",
    Language.GALICIAN: "ãõçàâêôßäö",
    Language.FRENCH: "ñãõßöäóáí",
    Language.ITALIAN: "ñãõßöäçâêôû",
    Language.CATALAN: "ãõßäöñâêô",
    Language.ENGLISH: "ñãõßäöüçàèìòùâêôáíóúåøæşğıłđ",
}
"""Letters that a language does not have but in words of others."""

_SCRIPT = {
    **dict.fromkeys(
        (
            Language.RUSSIAN,
            Language.UKRAINIAN,
            Language.BELARUSIAN,
            Language.BULGARIAN,
            Language.SERBIAN,
            Language.MACEDONIAN,
            Language.KAZAKH,
            Language.MONGOLIAN,
        ),
        Script.CYRILLIC,
    ),
    **dict.fromkeys((Language.ARABIC, Language.PERSIAN, Language.URDU), Script.ARABIC),
    **dict.fromkeys((Language.HINDI, Language.MARATHI, Language.NEPALI), Script.DEVANAGARI),
}

_MARK = r"\u0300-\u036f\u0900-\u0963\u0966-\u0dff"
_WORD = re.compile(rf"[^\W\d_](?:[^\W\d_]|[{_MARK}])*(?:['’][^\W\d_]+)*")


def words_in(text: str) -> list[str]:
    """The words of a text, small; of one that is joined by an apostrophe also its two halves."""
    found: list[str] = []
    for word in _WORD.findall(text.casefold().replace("’", "'")):
        found.append(word)
        if "'" in word:
            head, _, tail = word.partition("'")
            found.extend((f"{head}'", f"'{tail}", tail))
    return found


class Vocabulary:
    """What single words and letters say about a text's language."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[Language, ...]] = {}
        for language, written in _WORDS.items():
            for word in set(written.split()):
                self._known[word] = (*self._known.get(word, ()), language)
        self._letters = {letter: language for language, letters in _LETTERS.items() for letter in letters}

    def evidence(self, text: str, script: Script) -> dict[Language, float]:
        """How much speaks for each language of a script: about 1 for a word that only it has, less for one of many."""
        scores: dict[Language, float] = {}
        for word in words_in(text):
            speaking = self._known.get(word, ())
            for language in speaking:
                if _SCRIPT.get(language, Script.LATIN) is script:
                    weight = min(1.0, 0.4 + 0.15 * len(word)) / len(speaking) ** 0.5
                    scores[language] = scores.get(language, 0.0) + weight
        letters = set(text.casefold())
        for letter in letters:
            language_of_letter = self._letters.get(letter)
            if language_of_letter is not None and _SCRIPT.get(language_of_letter, Script.LATIN) is script:
                scores[language_of_letter] = scores.get(language_of_letter, 0.0) + 1.5
        for language in list(scores):
            scores[language] -= 1.0 * len(letters.intersection(_FOREIGN.get(language, "")))
        if Language.URDU in scores and not letters & _URDU:
            scores[Language.URDU] -= 0.7
        return scores

    def knows(self, text: str) -> bool:
        """Whether any word of a text is one of any language's."""
        return any(word in self._known for word in words_in(text))
