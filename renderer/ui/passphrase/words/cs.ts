/** What Czech passphrases are often made of, most common first. Written for this project. */
export const CZECH = `
heslo hesloheslo heslo1 mojeheslo tajneheslo tajne nevim ahoj ahojky ahojahoj cau nazdar martin lucie petra jana honza
pepa michal tomas veronika katka lenka pavel petr jirka zuzana monika milacek milacku lasicka beruska kocicka pejsek
miluji miluju milujute milujite miluju te laska lasko laska123 srdicko zlaticko broucek medvidek princezna slunicko
praha brno ostrava plzen liberec olomouc morava cechy cesko ceska republika slavia sparta banik bohemka hokej fotbal
maminka tatinek mama tata babicka deda rodina domov barak zahrada chalupa chata auto skoda octavia fabia felicie
pivo pivecko rum kafe kava cokolada knedlik gulas svickova okurka jablko jahoda malina boruvka brambora
zivot stesti nadej svoboda pravda pohoda nuda prace skola kancelar firma ucetni advokat doktor ucitel student
pes kocka kun koza slepice zajic medved vlk liska had drak jezek krtek krtecek motyl vcela ryba ptak orel
leden unor brezen duben kveten cerven cervenec srpen zari rijen listopad prosinec jaro leto podzim zima vanoce velikonoce
pondeli utery streda ctvrtek patek sobota nedele dnes zitra vcera rano vecer noc den tyden mesic rok
cerna bila cervena modra zelena zluta ruzova fialova oranzova hneda seda barva
jeden dva tri ctyri pet sest sedm osm devet deset sto tisic milion
voda ohen zeme vzduch slunce hvezda more reka jezero hora les strom kvetina ruze tulipan kopretina snih dest bourka vitr
dum okno dvere stul zidle postel kuchyn koupelna klic zamek telefon pocitac internet pocitac klavesnice mys monitor
kniha pismeno slovo veta clovek muz zena dite kluk holka syn dcera bratr sestra kamarad pritel nepritel
dobry spatny velky maly novy stary krasny hezky rychly pomaly silny slaby stastny smutny zly hodny mladej
adam ales alena alexandr alice aneta anezka anna antonin barbora blanka bohumil bozena dagmar dalibor dana daniel david
denisa dominik dominika eliska emilie eva filip frantisek gabriela hana helena hynek ilona irena ivana iveta ivo jakub
jaroslav jaroslava jindrich jiri jitka josef jolana julie kamil kamila karel karolina katerina klara kristyna kveta
ladislav libor ludmila lukas lubos magdalena marek marie marketa marta matej milan milada milos miroslav natalie nikola
oldrich olga ondrej otakar patrik pavla radek radka renata richard robert roman rudolf sabina sara simona stanislav
stepan stepanka sarka tereza tomik vaclav vera viktor vit vladimir vladimira vojtech zdenek zdenka zbynek
`;
