/**
 * English first names with their short forms, one group a line; and, at the end, names of one origin that people carry from
 * one language to another, in their official forms. After P. Hanks, K. Hardcastle, F. Hodges, «A Dictionary of First Names».
 */
export const ENGLISH_GIVEN = `
abigail abby gail
adam
albert al bert bertie
alexander alex alec sandy xander lex
alexandra alex sandra lexi sandy
alfred alf alfie fred
alice ali
alison ali
amanda mandy
andrew andy drew
angela angie
ann anne anna annie nan
anthony tony ant
antonia toni
arthur art
barbara barb barbie babs
benjamin ben benny
bernard bernie
bradley brad
brian
cameron cam
caroline carrie caro
catherine katherine kathryn cathryn kate katie cathy kathy kitty cath kat katharine
charles charlie chuck chas
charlotte lottie charlie
christina chris tina christine chrissy
christopher chris kit topher
claire clare
clifford cliff
cynthia cindy
daniel dan danny
david dave davy
deborah deb debbie debra
dennis den
donald don donny
dorothy dot dolly dottie
douglas doug
edward ed eddie ted ned teddy
eleanor ellie nell nora elly
elizabeth liz beth betty lizzie eliza bess libby elisabeth betsy
emily em
emma em
eric
ernest ernie
eugene gene
evelyn eve
florence flo florrie
frances fran frankie
francis frank
franklin frank
frederick fred freddie
gabriel gabe
gareth gary
geoffrey geoff jeff jeffrey
george georgie
gerald gerry jerry
gerard gerry
gillian jill gill
gregory greg
gwendolyn gwen
harold harry hal
harriet hattie
harrison harry
helen nell
henry harry hank
herbert bert herb
isabella bella isabel izzy
isaac ike zac
jacob jake
jacqueline jackie
james jim jimmy jamie jem
jane janie
janet jan
jason jay
jean jeanie
jennifer jen jenny
jeremy jerry jez
jessica jess jessie
joan joanie
joanna jo joanne
john johnny jack jon
jonathan jon jonny
joseph joe joey
joshua josh
judith judy
julia julie
karen
kenneth ken kenny
kimberly kim
kristen kris
lawrence larry laurence
leonard len lenny leo
leslie les
lewis lew louis lou
lillian lily lil
linda lin
louise lou
lucy lu
madeleine maddie
margaret maggie meg peggy marge margie greta daisy
martin marty
mary molly polly may
matthew matt
megan meg
melissa mel
melanie mel
michael mike mick micky mikey
michelle shelly
mildred millie
mohammed muhammad mohamed mo
nancy nan
natalie nat
nathan nate
nathaniel nat nate
nicholas nick nicky nico
nicola nicky
oliver ollie
olivia liv livvy
pamela pam
patricia pat patty trish tricia
patrick pat paddy
paul
penelope penny
peter pete
philip phil phillip
phyllis phyl
rachel rach
ralph
raymond ray
rebecca becky becca
reginald reg reggie
richard rich rick dick richie ricky
robert rob bob bobby robbie bert
roderick rod
rodney rod
roger rodge
ronald ron ronnie
rosemary rose rosie
russell russ
samantha sam sammy
samuel sam sammy
sandra sandy
sarah sally sara
sidney sid
simon si
sophia sophie
stephanie steph
stephen steven steve
stuart stu stewart
susan sue susie suzie suzanne
sylvia
teresa theresa terry tess
terence terry
theodore ted theo teddy
thomas tom tommy
timothy tim timmy
valerie val
victor vic
victoria vicky tori
vincent vince vinny
virginia ginny
walter walt wally
wendy
wilfred wilf
william bill will billy willy liam
zachary zach zac

alexander alexandr aleksander александр oleksandr
alexandra aleksandra александра
alexej alexei aleksy алексей oleksii
andrew ondřej andrzej андрей
anthony antonín antoni антон
catherine kateřina katarzyna екатерина kateryna
daniel даниил danylo
elizabeth alžběta elżbieta елизавета
eugene evžen eugeniusz евгений
gregory řehoř grzegorz григорий
helen helena елена olena
john jan
joseph josef józef иосиф
matthew matěj mateusz матвей
michael michal michał михаил mykhailo
nicholas mikuláš mikołaj николай mykola
paul pavel paweł павел pavlo
peter petr piotr пётр petro
sophia žofie zofia софья
stephen štěpán stefan степан
thomas tomáš tomasz
george jiří jerzy георгий
mary marie maria мария
julia julie юлия
natalie natálie natalia наталья
tatiana taťána татьяна
vladimír włodzimierz владимир volodymyr
sergej siergiej сергей serhii
dmitrij dymitr дмитрий dmytro
jurij юрий yurii
`;
