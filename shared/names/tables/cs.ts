/**
 * Czech first names with their short forms: one group a line, the official forms first. After M. Knappová, «Jak se bude vaše
 * dítě jmenovat?», and everyday use.
 */
export const CZECH_GIVEN = `
adam adámek áda adík
adéla adélka adéle áďa
albert bertík
alena ala alenka álenka alča
aleš alešek
alexandr saša alex sašek
alexandra saša sašenka
alžběta běta bětka eliška
amálie málka amálka
andrea andrejka áďa
aneta anetka
anežka
anna anička andulka anča anina aninka andula
antonín tonda toník toníček
antonie tonička tonka tóna
barbora bára barča barunka barborka baruška
bedřich béďa fricek
blanka blanička
bohumil bohouš bohoušek
bohumila bohunka
bohuslav bohouš slávek
božena boženka božka
bronislav broňa bronek
břetislav břeťa
cyril
dagmar dáša dášenka dagmara
dalibor bořek daliborek
dana danuška danka danča
daniel dan daneček danek
daniela dana danka
darina darinka
david davídek dáva
denisa deniska
dominik domča
dominika domča domi
dušan dušanek duško
eduard eda edík edáček
elena ela elenka lenka
eliška eliščička elka
emil emílek milek
emilie ema emilka milka
ema emička emma
eva evička evka evča
evžen
ester esterka
filip filípek fíla
františek franta fanda fráňa frantík
františka fanynka františa fany
gabriela gába gabča
hana hanka hanička hanča háňa
helena helenka hela heluška
hynek
igor
ilona ilonka
irena irenka irča
iva ivka ivuška
ivan ívan ivánek vaněk
ivana iva ivanka ivuška
iveta ivetka
ivo ivoš
jakub kuba kubík kubíček jakoubek
jan honza jenda jeník honzík janek jeníček
jana janička janka jája janinka
jarmila jarka jarča jaruška
jaromír jarda jára mirek
jaroslav jarda jára jaroušek jarek slávek
jaroslava jarka jaruška slávka
jindřich jindra jindříšek
jindřiška jindra
jiří jirka jiřík jura jirka jiříček jirouš
jiřina jiřinka jiřka
jitka jituška jitunka
johana johanka
josef pepa pepík josífek jožka jožin pepíček
josefa pepička pepina
julie julča julinka jůlie juliana
kamil kamilek
kamila kamilka
karel kája karlík karlíček
karolína kája karolínka kájinka
kateřina katka káťa kačka kačenka kateřinka katy
klára klárka klárinka
klaudie
kristýna týna týnka kristýnka kiki
květa květuška květoslava květka
ladislav láďa ladík laďka
ladislava láďa ladka
lenka lenička lena
leoš leo
libor liborek
libuše líba libuška libka
lubomír luboš luba mirek
luboš lubor
lucie lucka lucinka lucka
ludmila lída lidka liduška
ludvík luděk
luděk luďa
lukáš luky lukášek
magdaléna magda majda lenka madla majdalenka
marcela marcelka
marek mareček
marie máňa mařenka maruška marka mája
markéta markétka maky markytka gita
marta martička
martin martínek maty
martina martinka máťa
matěj matýsek matějíček máťa
matouš
michaela míša misa michalka
michal míša mišík míšek
milada milka miladka
milan míla milánek
milena milenka míla
miloslav milda míla milouš slávek
miloslava milka
miloš milošek
miroslav mirek míra miroušek
miroslava mirka mirča
monika monča
naděžda naďa naděnka
natálie natka naty
nikola nikolka niki
olga olina olinka
oldřich olda oldík
ondřej ondra ondrášek ondřejek
otakar ota otík
otto ota
patricie
patrik páťa
pavel pavlík pája páv
pavla pavlínka pavlína pája
petr péťa peťka petřík petříček
petra péťa petruška
přemysl přemek
radek radoslav ráďa
radim ráďa
radka radoslava ráďa
radomír radek mirek
renata renča renatka
richard ríša
robert robin bob
roman romek romča
romana romča
rostislav rosťa
rudolf ruda rudla
růžena růža růženka
simona simonka
slavomír slávek
soňa sonička
stanislav standa stáňa slávek
stanislava stáňa
světlana světla
šárka šárinka
šimon šimonek
štěpán štěpánek štefan
štěpánka štěpka
tereza terka terezka terezie rézi
tomáš tom tomík tomášek
václav vašek venca vašík venoušek
valerie
vanda
vendula vendulka
věra věruška věrka
veronika verča verunka nika
viktor vítek
vilém vilda vilík
vít vítek víťa vítězslav
vladimír vláďa vladík mirek
vladimíra vláďa
vladislav vláďa
vlasta vlastička
vlastimil vlasta vlastík
vojtěch vojta vojtík
zbyněk zbyňa
zdeněk zdena zdenda zdeněček
zdeňka zdena zdenička zdenka
zdislava
zuzana zuzka zuzanka zuza
žaneta žanetka
žofie žofka žofinka sofie
`;
